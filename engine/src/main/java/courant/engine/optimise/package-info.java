/// The programs behind plans: choose one column per block under a few rows that all blocks share.
@NullMarked
package courant.engine.optimise;

import org.jspecify.annotations.NullMarked;
