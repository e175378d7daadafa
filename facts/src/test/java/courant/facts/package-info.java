@NullMarked
package courant.facts;

import org.jspecify.annotations.NullMarked;
