/// What owning a vehicle costs, year by year, in integer cents.
@NullMarked
package courant.engine.cost;

import org.jspecify.annotations.NullMarked;
