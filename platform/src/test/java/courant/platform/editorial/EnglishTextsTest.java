package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every text that ships can be read in English, and says the same there.
class EnglishTextsTest {
    private static final List<String> THE_SAME = List.of(
            "slug",
            "numero",
            "date",
            "date-precision",
            "modules",
            "chantiers",
            "genre",
            "tailles",
            "regions",
            "annee",
            "duree",
            "source-date",
            "source-url");

    /// What has decimals or three digits: amounts, years, distances. Hours of the day are told otherwise in English.
    private static final Pattern TELLING = Pattern.compile("\\d{3,}(\\.\\d+)?|\\d+\\.\\d+");

    private final Map<TextLibrary.TextKey, TextFile> texts;

    EnglishTextsTest() throws IOException {
        texts = new TextLibrary(true).files();
    }

    @Test
    void everyTextHasItsEnglishTwin() {
        List<String> alone = new ArrayList<>();
        texts.keySet().forEach(key -> {
            if (!texts.containsKey(new TextLibrary.TextKey(key.kind(), key.slug(), "en"))) {
                alone.add(key.toString());
            }
        });
        assertThat(alone).isEmpty();
    }

    @Test
    void theTwinHasTheSameDatesSourcesAndPlaces() {
        Map<String, String> different = new TreeMap<>();
        twins((french, english) -> THE_SAME.forEach(field -> {
            if (!french.optional(field).equals(english.optional(field))) {
                different.put(english.name() + " " + field, english.optional(field));
            }
        }));
        assertThat(different).isEmpty();
    }

    @Test
    void theTwinOfAResourceOrVideoHasTheSameFigures() {
        Map<String, List<String>> different = new TreeMap<>();
        texts.forEach((key, french) -> {
            if (key.language().equals("fr") && (key.kind() == TextKind.RESOURCES || key.kind() == TextKind.VIDEOS)) {
                TextFile english = twin(key, "en");
                List<String> expected = figures(french.body()
                        .replaceAll("(?<=\\d)[ \u00a0\u202f](?=\\d{3}(?!\\d))", "")
                        .replaceAll("(?<=\\d),(?=\\d)", "."));
                List<String> found = figures(english.body().replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", ""));
                if (!expected.equals(found)) {
                    different.put(english.name(), found);
                }
            }
        });
        assertThat(different).isEmpty();
    }

    private interface Twins {
        void compare(TextFile french, TextFile english);
    }

    private void twins(Twins twins) {
        texts.forEach((key, english) -> {
            if (key.language().equals("en")) {
                twins.compare(twin(key, "fr"), english);
            }
        });
    }

    private TextFile twin(TextLibrary.TextKey key, String language) {
        return Objects.requireNonNull(
                texts.get(new TextLibrary.TextKey(key.kind(), key.slug(), language)), key::toString);
    }

    private static List<String> figures(String text) {
        return TELLING.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
