package courant.platform.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.platform.SiteTest;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What a programme says of its state and of its source, and how it looks.
class ProgrammePagesTest extends SiteTest {
    private String read(String address) throws Exception {
        return site.perform(get(URI.create(address)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    @Test
    void onlyWhatIsToConfirmLooksLikeAWarning() throws Exception {
        String finder = read("/aide-financiere");
        assertThat(finder)
                .contains("<span class=\"tag sure\">Confirmé</span>")
                .contains("<span class=\"tag warn\">À confirmer</span>")
                .contains("<span class=\"tag off\">Fermé</span>");
        assertThat(read("/aide-financiere/hq-4500-bornes")).contains("<span class=\"tag sure\">Confirmé</span>");
    }

    @Test
    void aConfirmedProgrammeWhoseSourceIsOldSaysSo() throws Exception {
        assertThat(read("/aide-financiere/hq-4500-bornes")).contains("Source de 2021, à revérifier.");
        assertThat(read("/aide-financiere?etat=confirmed")).contains("source de 2021, à revérifier");
        assertThat(read("/aide-financiere/roulez-vert-vehicule")).doesNotContain("à revérifier");
    }

    @Test
    void aClosedProgrammeShowsNoDayUntilWhichItWouldBeOpen() throws Exception {
        assertThat(read("/aide-financiere/pivez")).contains("Fermé").doesNotContain("31 décembre 2027");
        assertThat(read("/aide-financiere/ivzeml")).contains("31 mars 2026");
        assertThat(read("/aide-financiere/hq-4500-bornes")).contains("31 décembre 2028");
    }

    @Test
    void theEditorsListShowsTheSameLastDayAsThePublicPage() throws Exception {
        Cookie editor = people.withRoles("listes@equipe.test", "Équipe de Courant", "editor");
        assertThat(people.page("/admin/programmes", editor).replace('\u00a0', ' '))
                .contains("6 septembre 2024")
                .contains("31 mars 2028")
                .doesNotContain("31 décembre 2027");
    }

    @Test
    void eachProgrammeOfTheEditorsListCarriesTheNamesOfItsColumns() throws Exception {
        Cookie editor = people.withRoles("colonnes@equipe.test", "Équipe de Courant", "editor");
        assertThat(people.page("/admin/programmes", editor))
                .contains("<table class=\"stack\">")
                .contains("data-label=\"Date limite\"")
                .contains("data-label=\"Compté dans les plans\"");
    }

    @Test
    void anAmountIsSaidPerWhatItPaysFor() throws Exception {
        assertThat(read("/aide-financiere"))
                .contains("Jusqu’à 12 000 $ par borne")
                .contains("Jusqu’à 5 000 $ par véhicule")
                .contains("Jusqu’à 5 000 $ par connecteur");
        assertThat(read("/aide-financiere/roulez-vert-borne-travail")).contains("5 000 $ par connecteur");
        assertThat(read("/en/aide-financiere")).contains("per charger").contains("per connector");
    }

    @Test
    void anAssumedEndIsSaidToBeOne() throws Exception {
        assertThat(read("/aide-financiere"))
                .contains("Jusqu’au 31 décembre 2030<span class=\"muted\"> (date supposée, à confirmer)")
                .containsPattern("Jusqu’au 31 décembre 2026\\s*</p>");
        assertThat(read("/aide-financiere/ecocamionnage"))
                .contains("31 mars 2028<span class=\"muted\"> (date supposée, à confirmer)");
        assertThat(read("/aide-financiere/roulez-vert-vehicule")).doesNotContain("date supposée");
    }

    @Test
    void theDateOfTheSourceIsWrittenOutAndTheConfidenceIsThatInTheAmounts() throws Exception {
        assertThat(read("/aide-financiere/roulez-vert-vehicule"))
                .contains("16 décembre 2024")
                .contains("Confiance dans les montants : élevée")
                .doesNotContain("2024-12-16");
        assertThat(read("/aide-financiere/atcl")).contains("mars 2025");
    }
}
