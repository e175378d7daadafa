/// The catalogue of electric models, each figure with its source and its grade.
@NullMarked
package courant.platform.vehicles;

import org.jspecify.annotations.NullMarked;
