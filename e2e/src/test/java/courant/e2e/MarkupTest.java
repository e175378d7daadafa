package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every page, as it is sent: valid, well named, in the French of Québec, and linked to pages that exist.
@OnSite
class MarkupTest {
    private static final String SITE_TITLE = "Courant – plateforme municipale d’électrification";
    private static final Path SENTENCES =
            Site.ROOT.resolve("platform/src/main/resources/courant/platform/messages_fr.properties");
    private static final Pattern DOTTED_WORD = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    @Test
    void everyLinkWithinTheSiteLeadsSomewhere(Walk walk) {
        assertEquals(Set.of(), walk.brokenLinks());
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsValidHtml(Walk walk) {
        return onEveryPage(walk, visit -> Conformance.faults(visit.html()));
    }

    @TestFactory
    Stream<DynamicTest> everyPageHasItsLanguageOneHeadingAndTheNameOfTheSite(Walk walk) {
        return onEveryPage(walk, MarkupTest::wrongNames);
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsWrittenInQuebecFrench(Walk walk) {
        return onEveryPage(walk, visit -> FrenchText.faults(visit.document()));
    }

    @TestFactory
    Stream<DynamicTest> noPageShowsTheKeyOfASentence(Walk walk) throws IOException {
        Set<String> keys = keysOfSentences();
        return onEveryPage(
                walk,
                visit -> FrenchText.pieces(visit.document()).stream()
                        .flatMap(piece -> DOTTED_WORD.matcher(piece).results())
                        .map(match -> match.group())
                        .filter(keys::contains)
                        .toList());
    }

    private static Set<String> keysOfSentences() throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(SENTENCES)) {
            sentences.load(reader);
        }
        return sentences.stringPropertyNames();
    }

    private static List<String> wrongNames(Visit visit) {
        List<String> wrong = new ArrayList<>();
        String language = visit.document().getDocumentElement().getAttribute("lang");
        if (!language.equals("fr-CA")) {
            wrong.add("lang is “%s”".formatted(language));
        }
        List<String> headings = visit.texts("h1");
        if (headings.size() != 1 || headings.getFirst().isEmpty()) {
            wrong.add("h1: " + headings);
        }
        List<String> titles = visit.texts("title");
        if (!titles.getFirst().endsWith(SITE_TITLE)) {
            wrong.add("title is “%s”".formatted(titles.getFirst()));
        }
        return wrong;
    }

    private static Stream<DynamicTest> onEveryPage(Walk walk, Function<Visit, List<String>> faults) {
        return walk.visits().stream()
                .map(visit ->
                        DynamicTest.dynamicTest(visit.address(), () -> assertEquals(List.of(), faults.apply(visit))));
    }
}
