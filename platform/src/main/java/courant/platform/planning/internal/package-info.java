@NullMarked
package courant.platform.planning.internal;

import org.jspecify.annotations.NullMarked;
