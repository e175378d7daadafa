package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/// The English pages, where whoever runs the site may offer them.
@InBrowser
class EnglishTest {
    private static final String NOTICE =
            "The Charter of the French language and its regulations govern the consultation of English-language content.";

    /// A page, or a file that no language has.
    private static final Pattern ENGLISH_OR_FILE = Pattern.compile("/en([/?].*)?|/(actifs|medias|films)/.*");

    private final Site site;
    private final Walk walk;
    private final Map<String, Integer> answers = new HashMap<>();

    EnglishTest(Site site, Walk walk) {
        this.site = site;
        this.walk = walk;
    }

    @Test
    void aWalkMeetsEveryTextInEnglish() {
        List<String> addresses =
                walk.englishVisits().stream().map(Visit::address).toList();
        assertTrue(
                addresses.containsAll(List.of("/en/", "/en/recherche", "/en/analyser", "/en/s-engager")),
                addresses::toString);
        assertTrue(of(addresses, "/en/ressources/") >= 50, addresses::toString);
        assertTrue(of(addresses, "/en/videos/") >= 6, addresses::toString);
        assertTrue(of(addresses, "/en/aide-financiere/") >= 15, addresses::toString);
    }

    private static long of(List<String> addresses, String beginning) {
        return addresses.stream()
                .filter(address -> address.startsWith(beginning))
                .count();
    }

    @TestFactory
    Stream<DynamicTest> eachPageRecallsTheCharterAndOffersTheFrenchPage() {
        return onEveryPage(page -> {
            List<String> faults = new ArrayList<>();
            if (page.texts("p").stream().noneMatch(text -> text.startsWith(NOTICE))) {
                faults.add("the notice is missing");
            }
            String french = page.address().substring("/en".length());
            Set<String> offered = page.all("a").stream()
                    .filter(link -> link.getAttribute("hreflang").equals("fr-CA"))
                    .map(link -> link.getAttribute("href"))
                    .collect(Collectors.toSet());
            if (offered.stream().noneMatch(address -> address.equals(french) || address.startsWith("/connexion?"))) {
                faults.add("it offers %s in French".formatted(offered));
            }
            if (!PageRules.language(ask(french)).equals("fr-CA")) {
                faults.add(french + " is not in French");
            }
            return faults;
        });
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

    @TestFactory
    Stream<DynamicTest> whatIsLeftInFrenchSaysSo() {
        return onEveryPage(page -> EnglishText.leftInFrench(page.document()));
    }

    /// The sheets of the vehicles are one table filled in many times: a few stand for all.
    @TestFactory
    Stream<DynamicTest> eachPageIsAccessibleAndSilent(Browsers browsers) {
        Predicate<Visit> isSheet = page -> page.address().startsWith("/en/vehicules/");
        Stream<Visit> looked = Stream.concat(
                walk.englishVisits().stream().filter(isSheet.negate()),
                walk.englishVisits().stream().filter(isSheet).limit(3));
        return on(looked, page -> browsers.faults(page.address(), List.of(Screen.WIDE_LIGHT)));
    }

    @TestFactory
    Stream<DynamicTest> oneOfEachPartFitsATelephone(Browsers browsers) {
        Map<String, Visit> parts = new LinkedHashMap<>();
        walk.englishVisits().forEach(page -> parts.putIfAbsent(part(page.address()), page));
        return on(parts.values().stream(), page -> browsers.faults(page.address(), List.of(Screen.NARROW_LIGHT)));
    }

    /// `/en/videos` and `/en/videos/…` are two parts of the site; a query makes no other.
    private static String part(String address) {
        return address.replaceFirst("\\?.*", "").replaceFirst("(?<=/en/[a-z-]{1,40}/).+", "…");
    }

    private Stream<DynamicTest> onEveryPage(Function<Visit, List<String>> faults) {
        return on(walk.englishVisits().stream(), faults);
    }

    private static Stream<DynamicTest> on(Stream<Visit> pages, Function<Visit, List<String>> faults) {
        return pages.map(page -> DynamicTest.dynamicTest(
                page.address(), () -> assertEquals(List.of(), faults.apply(page), page.address())));
    }

    private Visit ask(String address) {
        HttpResponse<String> answer = site.get(address);
        assertEquals(200, answer.statusCode(), address);
        return Visit.of(address, answer.statusCode(), answer.body());
    }
}
