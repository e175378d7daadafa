/// What a council reads: one report model made from a plan, and the writers that put the same figures in every file.
@NullMarked
package courant.reports;

import org.jspecify.annotations.NullMarked;
