package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgrammeNotesTest {
    /// Amounts and years, without what each language puts between their digits.
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Test
    void everyNoteHasItsEnglishTwinWithTheSameNumbers() {
        FactTables.incentives().programmes().forEach(programme -> {
            String english = FactTables.englishNote(programme.id());
            assertFalse(english.isEmpty(), programme::id);
            assertEquals(numbers(programme.note()), numbers(english), programme::id);
        });
    }

    @Test
    void aProgrammeWithoutAnEnglishNoteHasAnEmptyOne() {
        assertEquals("", FactTables.englishNote("no-such-programme"));
    }

    private static List<Integer> numbers(String note) {
        String joined = note.replaceAll("\\b1er\\b", "1").replaceAll("(?<=\\d)[ \u00a0,.](?=\\d)", "");
        return NUMBER.matcher(joined)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
