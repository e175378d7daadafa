package courant.platform.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.platform.SiteTest;
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
    void theDateOfTheSourceIsWrittenOutAndTheConfidenceIsThatInTheAmounts() throws Exception {
        assertThat(read("/aide-financiere/roulez-vert-vehicule"))
                .contains("16 décembre 2024")
                .contains("Confiance dans les montants : élevée")
                .doesNotContain("2024-12-16");
        assertThat(read("/aide-financiere/atcl")).contains("mars 2025");
    }
}
