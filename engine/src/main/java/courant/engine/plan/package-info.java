/// Which unit is replaced in which year by what, under budgets and targets, at least cost, with a proved gap.
@NullMarked
package courant.engine.plan;

import org.jspecify.annotations.NullMarked;
