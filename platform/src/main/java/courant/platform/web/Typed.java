package courant.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What people type into a field of one line, read as they meant it.
public final class Typed {
    private Typed() {}

    /// On one line, so that it fits in a header, a journal or a list.
    ///
    /// @param longest characters kept
    public static String line(String typed, int longest) {
        String line = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), longest));
    }

    /// As a field of dates sends it, `2026-11-28`.
    public static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
