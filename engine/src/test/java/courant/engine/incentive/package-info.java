@NullMarked
package courant.engine.incentive;

import org.jspecify.annotations.NullMarked;
