package courant.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What people type into a field of one line, read as they meant it.
public final class Typed {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private Typed() {}

    /// On one line, so that it fits in a header, a journal or a list.
    ///
    /// @param longest characters kept
    public static String line(String typed, int longest) {
        String line = typed.replaceAll("\\p{Cc}+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    /// As a field of dates sends it, `2026-11-28`; another century is a slip of the keyboard.
    public static Optional<LocalDate> date(String typed) {
        return day(typed).filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    /// Of any century, for who says why a day is too early or too late.
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
