/// Tests of the classifier on hand-labelled rows.
@NullMarked
package courant.ingest.classify;

import org.jspecify.annotations.NullMarked;
