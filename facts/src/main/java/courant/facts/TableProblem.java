package courant.facts;

/// One thing wrong in a table, told so that its owner can put it right.
///
/// @param file name of the table
/// @param line line of the file, counted from 1; 0 when the whole file is meant
/// @param column name of the column, empty when the whole line is meant
/// @param found what stands there
/// @param expected what should stand there
/// @param advice what to do, in French
public record TableProblem(String file, long line, String column, String found, String expected, String advice) {
    /// The place, as a person reads it.
    public String where() {
        return file + (line > 0 ? ", ligne " + line : "") + (column.isEmpty() ? "" : ", colonne " + column);
    }

    /// The whole problem in one French sentence.
    public String sentence() {
        return "%s\u00a0: on a trouvé «\u00a0%s\u00a0», on attendait %s. %s"
                .formatted(where(), found, expected, advice);
    }
}
