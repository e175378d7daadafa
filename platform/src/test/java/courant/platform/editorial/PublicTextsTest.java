package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.facts.PublishedTable;
import courant.platform.SiteTest;
import courant.platform.web.Menu;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// What the texts of the site promise, and what they leave out.
class PublicTextsTest extends SiteTest {
    private String read(String address) throws Exception {
        return site.perform(get(URI.create(address)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private int status(String address) throws Exception {
        return site.perform(get(URI.create(address))).andReturn().getResponse().getStatus();
    }

    @Test
    void thePlanOfTheSiteLeadsToEverySectionInBothLanguages() throws Exception {
        for (String prefix : new String[] {"", "/en"}) {
            String plan = read(prefix + "/plan-du-site");
            String main = plan.substring(plan.indexOf("<main"), plan.indexOf("</main>"));
            assertThat(Stream.of(Menu.WHOLE, Menu.BOTTOM, Menu.WORKSTREAMS).flatMap(java.util.List::stream))
                    .filteredOn(entry -> !entry.address().equals("/plan-du-site"))
                    .allSatisfy(entry -> assertThat(main).contains("href=\"" + prefix + entry.address() + "\""));
            assertThat(main).contains("href=\"" + prefix + "/aide-financiere/hq-4500-bornes\"");
        }
        assertThat(read("/sitemap.xml")).contains("/plan-du-site</loc>");
        assertThat(read("/en/plan-du-site")).contains("<h1>Site map</h1>").contains("Demand response");
    }

    @Test
    void everyDataSetOfTheOpenDataPageCanBeDownloaded() throws Exception {
        for (String prefix : new String[] {"", "/en"}) {
            String page = read(prefix + "/donnees-ouvertes");
            Stream<String> made = Stream.of(
                    "/municipalites.csv", "/municipalites.json", "/progres.csv", "/actualites.atom", "/evenements.ics");
            Stream<String> tables =
                    Arrays.stream(PublishedTable.values()).map(table -> "/donnees-ouvertes/" + table.file());
            for (String address : Stream.concat(made, tables).toList()) {
                assertThat(page).contains("href=\"" + prefix + address + "\"");
                assertThat(status(prefix + address)).as(prefix + address).isEqualTo(200);
            }
        }
    }

    @Test
    void aTableOfFactsIsTheFileItIsCalculatedWith() throws Exception {
        MockHttpServletResponse answer = site.perform(get("/donnees-ouvertes/facts-electricity.csv"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getContentAsByteArray()).isEqualTo(PublishedTable.FACTS_ELECTRICITY.bytes());
        for (String other : new String[] {"municipalities.csv", "facts-secret.csv", "..%2Ffacts-law.csv"}) {
            assertThat(status("/donnees-ouvertes/" + other)).as(other).isIn(400, 404);
        }
    }

    @Test
    void noTextNamesWhatARealTownDidWithoutItsSource() throws Exception {
        assertThat(read("/declaration")).doesNotContain("Marguerite-D", "Deux-Montagnes", "Saint-Sauveur", "Varennes");
        assertThat(read("/en/declaration"))
                .doesNotContain("Marguerite-D", "Deux-Montagnes", "Saint-Sauveur", "Varennes");
    }

    @Test
    void theDeclarationLeadsToTheDraftWithTheNameOfTheMunicipality() throws Exception {
        for (String prefix : new String[] {"", "/en"}) {
            String page = read(prefix + "/declaration");
            String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
            assertThat(main).contains("href=\"" + prefix + "/s-engager\"").contains("Word", "PDF");
        }
    }

    @Test
    void aWorkstreamLeadsToAToolOnce() throws Exception {
        for (Menu workstream : Menu.WORKSTREAMS) {
            String page = read(workstream.address());
            String beside = page.substring(page.indexOf("class=\"beside\""), page.indexOf("id=\"ressources\""));
            for (String tool : new String[] {"/essais", "/regroupements", "/vehicules", "/municipalites"}) {
                assertThat(beside.split("href=\"" + tool + "\"", -1))
                        .as(workstream.address() + " " + tool)
                        .hasSizeLessThan(3);
            }
        }
    }

    @Test
    void anEventThatWillNotTakePlaceTakesNoRegistration() throws Exception {
        String page = read("/evenements/2027/webinaire-l-hiver-et-l-autonomie");
        assertThat(page).contains("Il n’aura pas lieu").doesNotContain("S’inscrire</a>");
    }

    @Test
    void theEnglishCalendarTellsProgrammesInEnglish() throws Exception {
        assertThat(read("/en/evenements")).contains("suspended from February 1").doesNotContain("suspendu du 1er");
        assertThat(read("/evenements")).contains("suspendu du 1er février");
    }

    @Test
    void anEnglishPageIsSharedInEnglish() throws Exception {
        Pattern shared = Pattern.compile("<input id=\"adresse\"[^>]*value=\"http://localhost(/[^\"]*)\"");
        String address = "/actualites/2021/partenariat-umq-propulsion-quebec";
        assertThat(shared.matcher(read("/en" + address)).results().map(found -> found.group(1)))
                .containsExactly("/en" + address);
        assertThat(shared.matcher(read(address)).results().map(found -> found.group(1)))
                .containsExactly(address);
    }
}
