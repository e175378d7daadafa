package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/// What the administration does with accounts and organisations.
class AccountRegisterTest extends SiteTest {
    private Cookie chief() throws Exception {
        return people.withRoles("admin.comptes@courant.test", "Équipe de Courant", "administrator");
    }

    private String account(String email) throws Exception {
        return people.text("select id from courant.account where email = '%s'".formatted(email));
    }

    @Test
    void sessionsAreEndedAndAClosedAccountDoesNotEnter() throws Exception {
        people.run("insert into courant.organisation (kind, name, municipality_code)"
                + " values ('municipality', 'Bourg-des-Comptes', '99995')");
        Cookie leaver = people.withRoles("parti@comptes.test", "Bourg-des-Comptes", "clerk");
        site.perform(post("/compte/motdepasse").cookie(leaver).param("motdepasse", "une phrase assez longue"))
                .andExpect(status().isSeeOther());
        Cookie chief = chief();
        assertThat(people.page("/admin/comptes", chief)).contains("parti@comptes.test", "Bourg-des-Comptes, greffe");
        String id = account("parti@comptes.test");
        site.perform(post("/admin/comptes/" + id + "/sessions/fin").cookie(leaver))
                .andExpect(status().isForbidden());
        site.perform(post("/admin/comptes/" + id + "/sessions/fin").cookie(chief))
                .andExpect(status().isSeeOther());
        assertThat(people.status("/espace", leaver)).isEqualTo(303);

        people.signIn("parti@comptes.test");
        site.perform(post("/connexion/lien").param("courriel", "parti@comptes.test"));
        String link = people.links("parti@comptes.test").getFirst();
        site.perform(post("/admin/comptes/" + id + "/fermeture").cookie(chief)).andExpect(status().isSeeOther());
        assertThat(site.perform(post(link)).andReturn().getResponse().getCookie("courant_session"))
                .isNull();
        assertThat(site.perform(post("/connexion")
                                .param("courriel", "parti@comptes.test")
                                .param("motdepasse", "une phrase assez longue"))
                        .andReturn()
                        .getResponse()
                        .getCookie("courant_session"))
                .isNull();
        assertThat(people.text("select count(*) from courant.session where account_id = " + id))
                .isEqualTo("0");
        assertThat(people.text("select count(*) from courant.membership where account_id = " + id))
                .isEqualTo("0");
        assertThat(people.page("/admin/journal", chief)).contains("a fermé un compte");

        site.perform(post("/admin/comptes/" + account("admin.comptes@courant.test") + "/fermeture")
                .cookie(chief));
        assertThat(people.status("/admin/comptes", chief))
                .as("one's own stays open")
                .isEqualTo(200);
    }

    @Test
    void theFirstPersonOfAnOrganisationIsInvited() throws Exception {
        Cookie chief = chief();
        make(chief, "Coopérative du Versant").andExpect(status().isSeeOther());
        make(chief, "cooperative  du VERSANT").andExpect(status().isConflict());
        String id = people.text("select id from courant.organisation where name = 'Coopérative du Versant'");
        site.perform(post("/admin/organisations/" + id + "/invitation")
                        .cookie(chief)
                        .param("courriel", "premiere@versant.test"))
                .andExpect(status().isSeeOther());
        site.perform(post(people.links("premiere@versant.test").getFirst())).andExpect(status().isSeeOther());
        assertThat(people.text("select role from courant.membership where organisation_id = " + id))
                .isEqualTo("administrator");
        site.perform(post("/admin/organisations/" + id + "/nom").cookie(chief).param("nom", "Coop du Versant"))
                .andExpect(status().isSeeOther());
        assertThat(people.page("/admin/organisations", chief)).contains("Coop du Versant", "A une équipe");
    }

    @Test
    void anMrcIsTiedToATerritoryOfTheDirectoryThatNoOtherHas() throws Exception {
        Cookie chief = chief();
        makeMrc(chief, "MRC sans territoire", "").andExpect(status().isBadRequest());
        makeMrc(chief, "MRC d’ailleurs", "MRC de nulle part").andExpect(status().isBadRequest());
        makeMrc(chief, "MRC jumelle", "MRC Les Trois-Versants (fictive)").andExpect(status().isBadRequest());
        makeMrc(chief, "MRC des Ardoises (fictive)", "MRC Les Ardoises (fictive)")
                .andExpect(status().isSeeOther());
        assertThat(people.text("select mrc from courant.organisation where name = 'MRC des Ardoises (fictive)'"))
                .isEqualTo("MRC Les Ardoises (fictive)");
    }

    private ResultActions makeMrc(Cookie who, String name, String territory) throws Exception {
        return site.perform(post("/admin/organisations")
                .cookie(who)
                .param("nom", name)
                .param("genre", "mrc")
                .param("mrc", territory));
    }

    private ResultActions make(Cookie who, String name) throws Exception {
        return site.perform(
                post("/admin/organisations").cookie(who).param("nom", name).param("genre", "partner"));
    }
}
