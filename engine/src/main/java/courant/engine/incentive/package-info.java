/// Grants: who pays what, under which ceilings, and whether a municipality may count on it.
@NullMarked
package courant.engine.incentive;

import org.jspecify.annotations.NullMarked;
