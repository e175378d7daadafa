/// The fleet as a town keeps it: units, their classes, how much they are used.
@NullMarked
package courant.engine.fleet;

import org.jspecify.annotations.NullMarked;
