/// General integer programs by OR-Tools, behind the seams of `engine.optimise`: the oracle of our own kernels.
@NullMarked
package courant.solvers;

import org.jspecify.annotations.NullMarked;
