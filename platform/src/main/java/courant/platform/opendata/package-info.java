/// Data that anyone may take away.
@NullMarked
package courant.platform.opendata;

import org.jspecify.annotations.NullMarked;
