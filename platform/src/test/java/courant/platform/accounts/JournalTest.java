package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

/// The journal of a town, as its people read it.
class JournalTest extends SiteTest {
    @Test
    void namesOrganisationsAndRolesAndNotTheirNumbers() throws Exception {
        people.run("insert into courant.organisation (kind, name) values ('mrc', 'MRC du Journal')");
        people.run("insert into courant.organisation (kind, name, municipality_code)"
                + " values ('municipality', 'Bourg-du-Journal', '99998')");
        Cookie clerk = people.withRoles("greffe@journal.test", "Bourg-du-Journal", "clerk", "auditor");
        String mrc = people.text("select id from courant.organisation where name = 'MRC du Journal'");
        site.perform(post("/espace/equipe/invitation")
                        .cookie(clerk)
                        .param("courriel", "parc@journal.test")
                        .param("role", "fleet"))
                .andExpect(status().isSeeOther());
        site.perform(post("/espace/equipe/mandat")
                        .cookie(clerk)
                        .param("organisme", mrc)
                        .param("fin", today().plusMonths(6).toString()))
                .andExpect(status().isSeeOther());
        String journal = people.page("/espace/journal", clerk);
        assertThat(journal)
                .contains(
                        "a invité une personne",
                        "parc@journal.test",
                        "gestion du parc",
                        "a donné un mandat",
                        "MRC du Journal");
        assertThat(journal).doesNotContain("organisation/", "compte/");
    }

    @Test
    void aNameHidesNobody() throws Exception {
        people.run("insert into courant.organisation (kind, name, municipality_code)"
                + " values ('municipality', 'Bourg-des-Noms', '99996')");
        Cookie clerk = people.withRoles("greffe@noms.test", "Bourg-des-Noms", "clerk");
        site.perform(post("/compte/nom").cookie(clerk).param("nom", "Conseil")).andExpect(status().isSeeOther());
        assertThat(people.page("/espace/journal", clerk)).contains("Conseil (greffe@noms.test)", "a changé son nom");
    }

    @Test
    void theWholeJournalHidesSessionsUnlessAsked() throws Exception {
        Cookie chief = people.withRoles("admin.journal@courant.test", "Équipe de Courant", "administrator");
        assertThat(people.page("/admin/journal", chief)).doesNotContain("a ouvert une session");
        assertThat(people.page("/admin/journal?sessions=true", chief)).contains("a ouvert une session");
        assertThat(people.status("/admin/journal?page=2", chief)).isEqualTo(200);
    }
}
