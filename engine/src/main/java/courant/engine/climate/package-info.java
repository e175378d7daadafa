/// The weather a vehicle works in, and the municipalities that have it.
@NullMarked
package courant.engine.climate;

import org.jspecify.annotations.NullMarked;
