/// What a unit is, told from its description.
@NullMarked
package courant.ingest.classify;

import org.jspecify.annotations.NullMarked;
