package courant.platform.editorial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// An iCalendar file (RFC 5545). Moments are written in UTC, which every agenda reads without a table of time zones.
final class AgendaFile {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final String host;
    private final Instant made;

    /// @param name of the calendar
    /// @param host after the `@` of each identifier
    /// @param made when the file is made
    AgendaFile(String name, String host, Instant made) {
        this.host = host;
        this.made = made;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Courant//Evenements//FR");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
    }

    /// @param id the same each time the same event is written
    void event(
            String id,
            LocalDateTime start,
            LocalDateTime end,
            String title,
            String description,
            String place,
            String address) {
        begin(id);
        line("DTSTART:" + MOMENT.format(start.atZone(Entry.QUEBEC)));
        line("DTEND:" + MOMENT.format(end.atZone(Entry.QUEBEC)));
        line("LOCATION:" + escaped(place));
        end(title, description, address);
    }

    /// Takes a whole day and leaves the person free.
    void day(String id, LocalDate day, String title, String description, String address) {
        begin(id);
        line("DTSTART;VALUE=DATE:" + day.format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE:" + day.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("TRANSP:TRANSPARENT");
        end(title, description, address);
    }

    private void begin(String id) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@" + host);
        line("DTSTAMP:" + MOMENT.format(made));
    }

    private void end(String title, String description, String address) {
        line("SUMMARY:" + escaped(title));
        line("DESCRIPTION:" + escaped(description));
        line("URL:" + address);
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /// A line of at most 75 octets; what is longer goes on after a line break and a space. No letter is cut.
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(letter);
            octets += size;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }

    String finished() {
        return text + "END:VCALENDAR\r\n";
    }
}
