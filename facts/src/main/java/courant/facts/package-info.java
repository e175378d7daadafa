/// Dated facts, grants, vehicles, municipalities and weather as tables, and their loader.
@NullMarked
package courant.facts;

import org.jspecify.annotations.NullMarked;
