/// Any spreadsheet of a fleet → what we understood of it → a fleet.
///
/// `Ingest.read` is the door. A file becomes sheets (`courant.ingest.sheet`), a sheet becomes a table with a header,
/// each column is matched to a field by its words and its values, each row becomes a unit or is accounted for.
@NullMarked
package courant.ingest;

import org.jspecify.annotations.NullMarked;
