package courant.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.platform.SiteTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

/// What the search of the site finds with the words of a garage and of a town hall.
class SearchTest extends SiteTest {
    private static final Pattern RESULT =
            Pattern.compile("<h2 class=\"h3\"><a href=\"([^\"]*)\"[^>]*>.*?</li>", Pattern.DOTALL);

    @Autowired
    private Search search;

    @BeforeEach
    void indexed() {
        search.refresh();
    }

    private String page(String prefix, String typed) throws Exception {
        return site.perform(get(URI.create(prefix + "/recherche?q=" + UriUtils.encode(typed, StandardCharsets.UTF_8))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<MatchResult> results(String prefix, String typed) throws Exception {
        return RESULT.matcher(page(prefix, typed)).results().toList();
    }

    private List<String> first(String prefix, String typed) throws Exception {
        return results(prefix, typed).stream()
                .limit(3)
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void anInventedMunicipalityIsMarkedSoInBothLanguages() throws Exception {
        assertThat(results("", "Val-des-Érables").getFirst().group()).contains("/municipalites/999", "fictive");
        assertThat(results("/en", "Val-des-Érables").getFirst().group()).contains("/municipalites/999", "fictional");
        assertThat(results("", "Rimouski").getFirst().group()).doesNotContain("fictive");
    }

    @Test
    void aCommittedMrcIsFoundByItsName() throws Exception {
        String address = "/municipalites/mrc/mrc-des-trois-versants-fictive";
        assertThat(first("", "MRC des Trois-Versants")).contains(address);
        assertThat(first("/en", "Trois-Versants")).contains("/en" + address);
    }

    @Test
    void theWordsOfTheGarageFindVehiclesFirst() throws Exception {
        for (String typed : List.of(
                "chenillette",
                "balai de rue",
                "camion de pompier",
                "surfaceuse",
                "VUS",
                "fourgonnette",
                "camion nacelle")) {
            assertThat(first("", typed)).as(typed).anyMatch(address -> address.startsWith("/vehicules/"));
        }
        assertThat(first("", "surfaceuse")).allMatch(address -> address.startsWith("/vehicules/"));
        assertThat(page("", "surfaceuse")).doesNotContain("nous avons cherché");
        assertThat(first("", "chenillette")).isEqualTo(first("", "chenillettes"));
    }

    @Test
    void theWordsOfTheGarageFindVehiclesInEnglishToo() throws Exception {
        for (String typed :
                List.of("sidewalk plow", "street sweeper", "fire truck", "ice resurfacer", "SUV", "minivan")) {
            assertThat(first("/en", typed)).as(typed).anyMatch(address -> address.startsWith("/en/vehicules/"));
        }
    }

    @Test
    void saintMayBeWrittenShort() throws Exception {
        assertThat(first("", "st-jerome")).first().asString().endsWith("-saint-jerome");
        assertThat(first("", "ste-therese")).first().asString().contains("-sainte-therese");
        assertThat(first("/en", "St Jerome")).first().asString().endsWith("-saint-jerome");
    }

    @Test
    void aProgrammeShowsItsStateAndThoseThatAreClosedComeLast() throws Exception {
        List<String> states = results("", "subvention").stream()
                .filter(found -> found.group(1).startsWith("/aide-financiere/"))
                .map(found -> found.group().replaceAll("(?s).*<span class=\"tag (sure|warn|off)\">.*", "$1"))
                .toList();
        assertThat(states).contains("warn", "off").isSubsetOf("sure", "warn", "off");
        assertThat(states.subList(states.indexOf("off"), states.size())).containsOnly("off");
    }
}
