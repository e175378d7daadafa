@NullMarked
package courant.reports;

import org.jspecify.annotations.NullMarked;
