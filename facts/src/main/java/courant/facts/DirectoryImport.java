package courant.facts;

import java.util.List;

/// What came of reading the official directory.
///
/// @param directory the local municipalities read
/// @param municipalities how many there are
/// @param updated how many are new or differ from the directory that ships with the product
/// @param refused rows that could not be used, with where, found, expected and advice
/// @param skipped rows that are no local municipality: unorganised territories, reserves, category I lands
public record DirectoryImport(
        Directory directory, int municipalities, int updated, List<TableProblem> refused, int skipped) {
    public DirectoryImport {
        refused = List.copyOf(refused);
    }
}
