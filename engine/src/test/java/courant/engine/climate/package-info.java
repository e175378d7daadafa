@NullMarked
package courant.engine.climate;

import org.jspecify.annotations.NullMarked;
