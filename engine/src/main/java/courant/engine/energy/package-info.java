/// What a vehicle's work costs in energy, day by day over a real winter, and whether an electric model can do it.
@NullMarked
package courant.engine.energy;

import org.jspecify.annotations.NullMarked;
