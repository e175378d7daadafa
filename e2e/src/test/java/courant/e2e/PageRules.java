package courant.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What every page owes its reader, told from its text alone; each rule gives the faults it finds.
final class PageRules {
    /// The name of the site in each language of its pages.
    private static final Map<String, String> SITE_TITLES = Map.of(
            "fr-CA",
            "Courant – plateforme municipale d’électrification",
            "en-CA",
            "Courant – municipal electrification platform");

    private static final Pattern ENGLISH_ADDRESS = Pattern.compile("(https?://[^/]+)?/en([/?].*)?");
    private static final Path SENTENCES =
            Site.ROOT.resolve("platform/src/main/resources/courant/platform/messages_fr.properties");
    private static final Pattern DOTTED_WORD = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
    private static final Set<String> KEYS_OF_SENTENCES = keysOfSentences();

    private PageRules() {}

    static List<String> all(Visit visit) {
        List<String> faults = new ArrayList<>(validity(visit));
        faults.addAll(names(visit));
        faults.addAll(french(visit));
        faults.addAll(sentences(visit));
        return faults;
    }

    static List<String> validity(Visit visit) {
        return Conformance.faults(visit.html());
    }

    /// Its language, one heading, and a title that ends with the name of the site.
    static List<String> names(Visit visit) {
        List<String> faults = new ArrayList<>();
        String expected = ENGLISH_ADDRESS.matcher(visit.address()).matches() ? "en-CA" : "fr-CA";
        if (!language(visit).equals(expected)) {
            faults.add("lang is “%s”".formatted(language(visit)));
        }
        List<String> headings = visit.texts("h1");
        if (headings.size() != 1 || headings.getFirst().isEmpty()) {
            faults.add("h1: " + headings);
        }
        List<String> titles = visit.texts("title");
        if (!titles.getFirst().endsWith(SITE_TITLES.get(expected))) {
            faults.add("title is “%s”".formatted(titles.getFirst()));
        }
        return faults;
    }

    static String language(Visit visit) {
        return visit.document().getDocumentElement().getAttribute("lang");
    }

    /// Nothing is asked of a page, or of a part of one, that says it is in another language.
    static List<String> french(Visit visit) {
        return FrenchText.faults(visit.document());
    }

    /// A key of the message bundle where its sentence should be.
    static List<String> sentences(Visit visit) {
        return FrenchText.pieces(visit.document(), language(visit)).stream()
                .flatMap(piece -> DOTTED_WORD.matcher(piece).results())
                .map(MatchResult::group)
                .filter(KEYS_OF_SENTENCES::contains)
                .map(key -> "the key of a sentence: " + key)
                .toList();
    }

    private static Set<String> keysOfSentences() {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(SENTENCES)) {
            sentences.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return sentences.stringPropertyNames();
    }
}
