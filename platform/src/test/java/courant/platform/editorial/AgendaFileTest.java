package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/// The iCalendar file, as RFC 5545 wants it.
class AgendaFileTest {
    private static final Instant MADE = Instant.parse("2026-11-28T14:00:00Z");

    private static String written(LocalDateTime start, LocalDateTime end, String title, String description) {
        AgendaFile file = new AgendaFile("Courant", "courant.test", MADE);
        file.event("evenement-x", start, end, title, description, "en ligne", "https://courant.test/evenements/2027/x");
        return file.finished();
    }

    private static String on(LocalDate day, String title, String description) {
        return written(day.atTime(12, 0), day.atTime(13, 0), title, description);
    }

    @Test
    void noonInQuebecIsSeventeenHoursUtcInWinterAndSixteenInSummer() {
        assertThat(on(LocalDate.of(2027, 1, 20), "Hiver", ""))
                .contains("\r\nDTSTART:20270120T170000Z\r\nDTEND:20270120T180000Z\r\n");
        assertThat(on(LocalDate.of(2027, 7, 20), "Été", "")).contains("\r\nDTSTART:20270720T160000Z\r\n");
    }

    @Test
    void noLineIsLongerThan75OctetsAndUnfoldingGivesTheTextBack() {
        String title = "Électrifié à l’été, près d’une forêt – ".repeat(12) + "🚚🚚🚚";
        String file = on(LocalDate.of(2027, 1, 20), title, "");
        for (String line : file.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD");
        }
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + title.replace(",", "\\,") + "\r\n");
    }

    @Test
    void whatHasAMeaningInTheFormatIsEscapedAndNothingAddsALine() {
        String file = on(LocalDate.of(2027, 1, 20), "a\\b;c,d\r\nEND:VCALENDAR", "Un.\nDeux.");
        assertThat(file).contains("SUMMARY:a\\\\b\\;c\\,d\\nEND:VCALENDAR\r\n").contains("DESCRIPTION:Un.\\nDeux.\r\n");
        assertThat(file.split("\r\nEND:VCALENDAR")).hasSize(2);
        assertThat(file).endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void eachEventHasAStableIdentifierAndTheMomentOfTheFile() {
        assertThat(on(LocalDate.of(2027, 1, 20), "x", ""))
                .contains("UID:evenement-x@courant.test\r\nDTSTAMP:20261128T140000Z\r\n");
    }

    @Test
    void aDayEndsTheNextDayAndLeavesThePersonFree() {
        AgendaFile file = new AgendaFile("Courant", "courant.test", MADE);
        file.day("programme-x", LocalDate.of(2026, 12, 31), "Dernier jour", "", "https://courant.test/x");
        assertThat(file.finished())
                .contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n");
    }
}
