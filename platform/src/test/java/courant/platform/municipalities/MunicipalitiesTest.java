package courant.platform.municipalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.municipalities.Commitments.Deed;
import courant.platform.municipalities.Commitments.Report;
import courant.platform.municipalities.Commitments.Said;
import courant.platform.municipalities.Commitments.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The directory, and what municipalities said of themselves.
class MunicipalitiesTest extends SiteTest {
    private String read(String address) throws Exception {
        return site.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aNameLeadsToItsMunicipalityWhateverTheOthersThatHaveItInTheirs() throws Exception {
        site.perform(get("/municipalites?q=Rimouski&region=&etat=engagees"))
                .andExpect(redirectedUrl("/municipalites/10043-rimouski"));
        site.perform(get("/municipalites?q=saint-etienne-de-lauzon")).andExpect(status().isOk());
    }

    @Test
    void theBeginningOfANameIsFoundHoweverTheMunicipalitiesStand() throws Exception {
        assertThat(read("/municipalites?q=Rimous&etat=engagees"))
                .contains("est au répertoire")
                .contains("/municipalites/10043-rimouski");
    }

    @Test
    void whatResemblesNoNameSuggestsNone() throws Exception {
        assertThat(read("/municipalites?q=zzzz")).contains("Aucune municipalité ne correspond");
        assertThat(read("/s-engager?municipalite=zzzz")).contains("Aucune municipalité ne correspond");
        site.perform(get("/municipalites?q=Drumondville")).andExpect(status().isOk());
        assertThat(read("/municipalites?q=Drumondville")).contains("Drummondville");
    }

    @Test
    void aChoiceOfNamesSaysHowManyThereAreAndWhichAreInvented() throws Exception {
        assertThat(read("/s-engager?municipalite=sainte"))
                .containsPattern("Les 30 plus peuplées sur \\d{3}\\. Écrivez plus de lettres");
        assertThat(read("/s-engager?municipalite=val-des"))
                .containsPattern("Val-des-Érables</a> \\([^)]*\\) <span class=\"tag\">fictive")
                .containsPattern("Val-des-Monts</a> \\([^)]*\\)\\s*</li>")
                .doesNotContain("plus peuplées");
    }

    @Test
    void noRealMunicipalityIsSetBesideAnInventedOne() throws Exception {
        assertThat(read("/municipalites/27028-beauceville"))
                .contains("Municipalités semblables")
                .doesNotContain("href=\"/municipalites/999");
    }

    @Test
    void whatIsInventedIsMarkedInTheFilesAndOnItsPageAndTheMinistryIsNotItsSource() throws Exception {
        assertThat(read("/municipalites.json"))
                .containsPattern("\\{\"code\":\"99901\"[^}]*\"invented\":true}")
                .containsPattern("\\{\"code\":\"10043\"[^}]*\"invented\":false}");
        assertThat(read("/municipalites/99901-val-des-erables"))
                .contains("sont inventés pour la démonstration")
                .doesNotContain("Source\u00a0: Répertoire des municipalités");
        assertThat(read("/municipalites/10043-rimouski"))
                .contains("Source\u00a0: Répertoire des municipalités")
                .doesNotContain("sont inventés");
        assertThat(read("/municipalites?etat=toutes")).contains("leurs populations sont inventées");
    }

    @Test
    void theFileTellsWhenAWithdrawnCommitmentBeganAndWhenItEnded() throws Exception {
        String file = read("/municipalites.csv");
        assertThat(file)
                .startsWith(
                        "code,name,designation,region,mrc,population,commitment,since,renewed_until,withdrawn_on,invented")
                .containsPattern("\n999\\d\\d,.*,withdrawn,20\\d\\d-\\d\\d-\\d\\d,,20\\d\\d-\\d\\d-\\d\\d,true")
                .containsPattern("\n999\\d\\d,.*,committed,20\\d\\d-\\d\\d-\\d\\d,20\\d\\d-\\d\\d-\\d\\d,,true")
                .containsPattern("\n10043,Rimouski,.*,,,,,false");
    }

    @Test
    void thoseToRenewAreCountedAmongTheEngaged() throws Exception {
        assertThat(read("/progres")).contains("parmi elles, à renouveler");
        assertThat(read("/")).contains("Dont à renouveler\u00a0: ");
    }

    @Test
    void aReportWithoutAFigureTakesBackNothingOfAnEarlierOne() {
        LocalDate then = LocalDate.of(2026, 4, 1);
        Deed deed = deed(
                new Report(LocalDate.of(2027, 4, 1), null, 3, null, "Un véhicule de plus.", null),
                new Report(then, 36, 2, LocalDate.of(2026, 3, 9), "Le plan est adopté.", null));
        assertThat(deed.vehicles()).isEqualTo(new Said(36, then));
        assertThat(deed.electric()).isEqualTo(new Said(3, LocalDate.of(2027, 4, 1)));
        assertThat(deed.planAdoptedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(deed().vehicles()).isNull();
    }

    private static Deed deed(@Nullable Report... reports) {
        return new Deed(
                "99901",
                State.COMMITTED,
                LocalDate.of(2026, 1, 12),
                "2026-12",
                LocalDate.of(2027, 1, 12),
                null,
                "",
                true,
                List.of(reports),
                List.of());
    }
}
