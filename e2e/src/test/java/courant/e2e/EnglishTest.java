package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/// The English pages, where whoever runs the site may offer them.
@InBrowser
class EnglishTest {
    private static final List<String> PAGES = List.of(
            "/en/",
            "/en/chantiers",
            "/en/chantiers/mobilite",
            "/en/municipalites",
            "/en/aide-financiere",
            "/en/actualites",
            "/en/s-engager",
            "/en/analyser",
            "/en/recherche",
            "/en/recherche?q=programme");

    private static final String NOTICE =
            "The Charter of the French language and its regulations govern the consultation of English-language content.";

    /// A page, or a file that no language has.
    private static final Pattern ENGLISH_OR_FILE = Pattern.compile("/en([/?].*)?|/(actifs|medias|films)/.*");

    /// Words that an English sentence can hardly do without, and no French one has.
    private static final Pattern FRENCH_WORDS = Pattern.compile(
            "(?i)(?<![\\p{L}’'-])(les|des|une|pour|avec|votre|vous|nous|dans|sont|cette|aucune?)(?![\\p{L}’'-])");

    private final Site site;
    private final Map<String, Integer> answers = new HashMap<>();

    EnglishTest(Site site) {
        this.site = site;
    }

    @TestFactory
    Stream<DynamicTest> eachPageSaysItIsInEnglishAndIsValid() {
        return onEveryPage(page -> {
            List<String> faults = new ArrayList<>(PageRules.validity(page));
            faults.addAll(PageRules.names(page));
            faults.addAll(PageRules.sentences(page));
            return faults;
        });
    }

    @TestFactory
    Stream<DynamicTest> eachPageRecallsTheCharterAndOffersTheFrenchPage() {
        return PAGES.stream()
                .map(address -> DynamicTest.dynamicTest(address, () -> {
                    Visit page = ask(address);
                    assertTrue(page.texts("p").stream().anyMatch(text -> text.startsWith(NOTICE)), "the notice");
                    String french =
                            URI.create(address.substring("/en".length())).getPath();
                    assertTrue(
                            page.all("a").stream()
                                    .filter(link ->
                                            link.getAttribute("hreflang").equals("fr-CA"))
                                    .allMatch(link -> link.getAttribute("href").equals(french)),
                            "the French page");
                    assertEquals("fr-CA", PageRules.language(ask(french)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> itsLinksAndFormsStayInEnglishAndLeadSomewhere() {
        return onEveryPage(page -> Stream.concat(targets(page, "a", "href"), targets(page, "form", "action"))
                .distinct()
                .flatMap(target -> faultOf(target).stream())
                .toList());
    }

    /// Addresses of this site, but the one that leads to French on purpose.
    private Stream<String> targets(Visit page, String tag, String attribute) {
        return page.all(tag).stream()
                .filter(element -> !element.getAttribute("hreflang").equals("fr-CA"))
                .filter(element -> !isSent(element))
                .map(element -> element.getAttribute(attribute))
                .filter(target -> target.startsWith("/"))
                .map(target -> target.replaceFirst("#.*", ""));
    }

    private static boolean isSent(Element element) {
        return element.getAttribute("method").equals("post");
    }

    private List<String> faultOf(String target) {
        if (!ENGLISH_OR_FILE.matcher(target).matches()) {
            return List.of(target + " is not in English");
        }
        int status =
                answers.computeIfAbsent(target, address -> site.get(address).statusCode());
        return status < 400 ? List.of() : List.of("%s answers %d".formatted(target, status));
    }

    /// What is left in French, such as the news and the names of programmes, says so by its own `lang`.
    @TestFactory
    Stream<DynamicTest> whatIsLeftInFrenchSaysSo() {
        return onEveryPage(page -> FrenchText.pieces(page.document(), PageRules.language(page)).stream()
                .filter(piece -> FRENCH_WORDS.matcher(piece).results().count() > 1)
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> eachPageIsAccessibleSilentAndFitsItsScreen(Browsers browsers) {
        return PAGES.stream()
                .map(address -> DynamicTest.dynamicTest(
                        address, () -> assertEquals(List.of(), browsers.faults(address), address)));
    }

    private Stream<DynamicTest> onEveryPage(Function<Visit, List<String>> faults) {
        return PAGES.stream()
                .map(address -> DynamicTest.dynamicTest(
                        address, () -> assertEquals(List.of(), faults.apply(ask(address)), address)));
    }

    private Visit ask(String address) {
        HttpResponse<String> answer = site.get(address);
        assertEquals(200, answer.statusCode(), address);
        return Visit.of(address, answer.statusCode(), answer.body());
    }
}
