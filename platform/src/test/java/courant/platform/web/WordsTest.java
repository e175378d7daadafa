package courant.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The sentences of the screens: all there, and written as in Québec.
class WordsTest {
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

    @Test
    void everyKeyAPageNamesHasItsSentence() throws IOException {
        Properties french = french();
        TreeSet<String> missing = new TreeSet<>();
        int seen = 0;
        for (Path source : sources()) {
            Matcher matcher = SAID.matcher(Files.readString(source));
            while (matcher.find()) {
                seen++;
                if (!french.containsKey(matcher.group(1))) {
                    missing.add(matcher.group(1) + " (" + source.getFileName() + ")");
                }
            }
        }
        assertTrue(seen > 20, "pages name their sentences as say(\"key\")");
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void sentencesFollowQuebecTypography() throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        french().forEach((key, value) -> {
            String text = (String) value;
            if (Pattern.compile("[ \u00a0\u202f][?!;]|\\S[^\u00a0]:( |$)|\\d [$%]|« | »|'(?!')\\p{L}")
                    .matcher(text.replaceAll("https?:\\S+", ""))
                    .find()) {
                wrong.add(key + " = " + text);
            }
        });
        assertEquals(new TreeSet<String>(), wrong);
    }

    @Test
    void everySentenceHasItsEnglishTwinWithTheSameArguments() throws IOException {
        Properties french = french();
        Properties english = bundle("/courant/platform/messages_en.properties");
        assertEquals(new TreeSet<>(french.stringPropertyNames()), new TreeSet<>(english.stringPropertyNames()));
        TreeSet<String> different = new TreeSet<>();
        for (String key : french.stringPropertyNames()) {
            if (!arguments(french.getProperty(key)).equals(arguments(english.getProperty(key)))) {
                different.add(key);
            }
        }
        assertEquals(new TreeSet<String>(), different);
    }

    private static TreeSet<String> arguments(String sentence) {
        TreeSet<String> arguments = new TreeSet<>();
        Pattern.compile("\\{(\\d)").matcher(sentence).results().forEach(found -> arguments.add(found.group(1)));
        return arguments;
    }

    private static Properties french() throws IOException {
        return bundle("/courant/platform/messages_fr.properties");
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                java.util.Objects.requireNonNull(Words.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> sources() throws IOException {
        Path main = Path.of(System.getProperty("courant.root", ".."), "platform", "src", "main");
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(
                            f -> f.toString().endsWith(".jte") || f.toString().endsWith(".java"))
                    .toList();
        }
    }
}
