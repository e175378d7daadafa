package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every page, as it is sent: valid, well named, in the French of Québec, and linked to pages that exist.
@OnSite
class MarkupTest {
    @Test
    void everyLinkWithinTheSiteLeadsSomewhere(Walk walk) {
        assertEquals(Set.of(), walk.brokenLinks());
    }

    @Test
    void anAddressThatTheServerItselfRefusesIsAnsweredInFrench(Site site) {
        HttpResponse<String> refusal = site.get("/municipalites/%00");
        assertEquals(400, refusal.statusCode());
        assertEquals(List.of(), PageRules.all(Visit.of("/municipalites/%00", 400, refusal.body())), refusal.body());
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsValidHtml(Walk walk) {
        return onEveryPage(walk, PageRules::validity);
    }

    @TestFactory
    Stream<DynamicTest> everyPageHasItsLanguageOneHeadingAndTheNameOfTheSite(Walk walk) {
        return onEveryPage(walk, PageRules::names);
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsWrittenInQuebecFrench(Walk walk) {
        return onEveryPage(walk, PageRules::french);
    }

    @TestFactory
    Stream<DynamicTest> noPageShowsTheKeyOfASentence(Walk walk) {
        return onEveryPage(walk, PageRules::sentences);
    }

    private static Stream<DynamicTest> onEveryPage(Walk walk, Function<Visit, List<String>> faults) {
        return walk.visits().stream()
                .map(visit -> DynamicTest.dynamicTest(
                        visit.address(), () -> assertEquals(List.of(), faults.apply(visit), visit.address())));
    }
}
