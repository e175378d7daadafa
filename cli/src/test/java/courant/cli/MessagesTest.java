package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"courant.cli.messages", "courant.cli.help"})
    void frenchAndEnglishHaveTheSameSentencesAndPlaceholders(String name) throws IOException {
        Properties french = properties(name);
        Properties english = properties(name + "_en");
        assertEquals(french.stringPropertyNames(), english.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertEquals(placeholders(french.getProperty(key)), placeholders(english.getProperty(key)), key);
        }
    }

    @Test
    void englishIsNeverReplacedByTheLanguageOfTheMachine() {
        assertEquals(
                Locale.ENGLISH,
                Messages.bundle("courant.cli.messages", Messages.ENGLISH).getLocale());
        assertEquals(
                Locale.ROOT,
                Messages.bundle("courant.cli.messages", Messages.FRENCH).getLocale());
    }

    @ParameterizedTest
    @ValueSource(strings = {"courant.cli.messages", "courant.cli.help"})
    void frenchFollowsTheTypographyOfQuebec(String name) {
        ResourceBundle french = Messages.bundle(name, Messages.FRENCH);
        Pattern wrong = Pattern.compile("\\s[?!;]| [:$»](?!n)|« |\\d %");
        for (String key : french.keySet()) {
            assertFalse(wrong.matcher(french.getString(key)).find(), key + " = " + french.getString(key));
        }
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertEquals("412\u00a0000\u00a0$", Messages.french().dollars(41_200_000));
        assertEquals("$412,000", Messages.in("en").orElseThrow().dollars(41_200_000));
        assertEquals("0,125", Messages.french().decimal(0.125, 3));
    }

    /// The file alone: a bundle would fill what is missing from its parent.
    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        MessagesTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static TreeSet<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
