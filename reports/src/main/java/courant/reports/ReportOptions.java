package courant.reports;

import java.time.LocalDate;

/// What the town chooses about its report.
///
/// @param date date printed on the documents
/// @param unitLines most lines of the table of units in the PDF; beyond, the table is shortened and says so
public record ReportOptions(LocalDate date, int unitLines) {
    public ReportOptions {
        if (unitLines < 1) {
            throw new IllegalArgumentException("A table of %d lines; 1 or more are expected.".formatted(unitLines));
        }
    }

    /// 400 lines of units.
    public static ReportOptions dated(LocalDate date) {
        return new ReportOptions(date, 400);
    }
}
