/// What a unit is, told from how its town describes it: word tables, model table, weight classes.
@NullMarked
package courant.ingest.classify;

import org.jspecify.annotations.NullMarked;
