package courant.ingest.sheet;

import java.util.List;

/// A file read as sheets.
///
/// @param fileName name of the file, without folder
/// @param kind what its bytes say it is
/// @param encoding characters' encoding of a CSV, empty otherwise
/// @param delimiter separator of a CSV, empty otherwise
/// @param sheets the sheets in the file's order, hidden ones included
public record Workbook(String fileName, FileKind kind, String encoding, String delimiter, List<Sheet> sheets) {
    public Workbook {
        sheets = List.copyOf(sheets);
    }
}
