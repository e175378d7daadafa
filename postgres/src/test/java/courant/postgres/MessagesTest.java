package courant.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.postgres.DatabaseProblem.Kind;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Both languages say everything, and French is set as Québec sets it.
class MessagesTest {
    /// A space where none belongs, or none where a no-break space belongs.
    private static final Pattern WRONG_SPACING =
            Pattern.compile("\\s[?!;]|\u00a0[?!;]|[^\u00a0]»|«[^\u00a0]| :(?= )|\\d [%$]");

    @Test
    void everyProblemHasItsSentencesInBothLanguages() {
        Set<String> expected = new TreeSet<>(Set.of("sentence"));
        for (Kind kind : Kind.values()) {
            Stream.of(".found", ".expected", ".advice").forEach(part -> expected.add(kind.key() + part));
        }
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertEquals(expected, new TreeSet<>(bundle(language).keySet()), language.toString());
        }
    }

    @Test
    void frenchIsSetAsInQuebec() {
        ResourceBundle french = bundle(Locale.FRENCH);
        for (String key : french.keySet()) {
            assertFalse(WRONG_SPACING.matcher(french.getString(key)).find(), key + ": " + french.getString(key));
        }
    }

    @Test
    void bothLanguagesNameTheSameValues() {
        for (String key : bundle(Locale.FRENCH).keySet()) {
            assertEquals(
                    values(bundle(Locale.FRENCH).getString(key)),
                    values(bundle(Locale.ENGLISH).getString(key)),
                    key);
        }
    }

    @Test
    void aProblemIsOneSentenceWithItsAdvice() {
        DatabaseProblem problem = DatabaseProblem.of(Kind.HOME_IN_USE, "/srv/courant", 4321);
        assertEquals(
                "/srv/courant\u00a0: Un autre Courant utilise ce dossier (processus 4321). On attendait\u00a0: Un seul"
                        + " programme à la fois par dossier. Arrêtez l'autre programme, ou choisissez un autre dossier"
                        + " avec --home.",
                problem.sentence(Locale.CANADA_FRENCH));
        assertTrue(problem.sentence(Locale.CANADA).contains("Another Courant is using this folder (process 4321)."));
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "courant.postgres.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
