/// Greenhouse gases of fuel and electricity.
@NullMarked
package courant.engine.emission;

import org.jspecify.annotations.NullMarked;
