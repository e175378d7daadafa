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

    private static String said(ResultActions refused) throws Exception {
        return refused.andReturn().getResponse().getContentAsString();
    }

    @Test
    void anOrganisationThatIsRefusedComesBackWholeWithEachFaultBesideItsField() throws Exception {
        Cookie chief = chief();
        String page = said(makeMrc(chief, " ", "MRC de nulle part").andExpect(status().isBadRequest()));
        assertThat(page)
                .contains(
                        "href=\"#nom\"",
                        "id=\"nom-erreur\">Écrivez le nom",
                        "href=\"#mrc\"",
                        "id=\"mrc-erreur\">Pour une MRC",
                        "<option value=\"mrc\" selected>");
        page = said(makeMrc(chief, "MRC bien nommée", "").andExpect(status().isBadRequest()));
        assertThat(page)
                .contains("value=\"MRC bien nommée\"", "id=\"mrc-erreur\"")
                .doesNotContain("id=\"nom-erreur\"");
        page = said(site.perform(post("/admin/organisations")
                        .cookie(chief)
                        .param("nom", "Sans genre")
                        .param("genre", "operator"))
                .andExpect(status().isBadRequest()));
        assertThat(page).contains("value=\"Sans genre\"", "id=\"genre-erreur\">Choisissez le genre");
        make(chief, "Atelier des Doublons").andExpect(status().isSeeOther());
        page = said(make(chief, "atelier des doublons").andExpect(status().isConflict()));
        assertThat(page)
                .contains(
                        "value=\"atelier des doublons\"",
                        "id=\"nom-erreur\">Une organisation de ce genre",
                        "<option value=\"partner\" selected>");
    }

    @Test
    void whatIsWrongWithOneOrganisationStandsInItsOwnForm() throws Exception {
        Cookie chief = chief();
        make(chief, "Atelier du Premier").andExpect(status().isSeeOther());
        make(chief, "Atelier du Second").andExpect(status().isSeeOther());
        String id = people.text("select id from courant.organisation where name = 'Atelier du Second'");
        String address = "/admin/organisations/" + id;
        String page = said(site.perform(post(address + "/nom").cookie(chief).param("nom", "Atelier du PREMIER"))
                .andExpect(status().isConflict()));
        assertThat(page)
                .contains(
                        "href=\"#nom-" + id + "\"",
                        "id=\"nom-" + id + "-erreur\">Une organisation de ce genre",
                        "value=\"Atelier du PREMIER\"",
                        "<details class=\"plain\" open>")
                .doesNotContain("id=\"nom-erreur\"");
        page = said(site.perform(post(address + "/invitation").cookie(chief).param("courriel", "premiere@"))
                .andExpect(status().isBadRequest()));
        assertThat(page)
                .contains("href=\"#courriel-" + id + "\"", "id=\"courriel-" + id + "-erreur\"", "value=\"premiere@\"");
        site.perform(post(address + "/territoire").cookie(chief)).andExpect(status().isNotFound());
        makeMrc(chief, "MRC des Formulaires (fictive)", "MRC Les Vergers (fictive)")
                .andExpect(status().isSeeOther());
        String mrc = people.text("select id from courant.organisation where name = 'MRC des Formulaires (fictive)'");
        page = said(site.perform(post("/admin/organisations/" + mrc + "/territoire")
                        .cookie(chief)
                        .param("mrc", "MRC Les Trois-Versants (fictive)"))
                .andExpect(status().isBadRequest()));
        assertThat(page).contains("href=\"#mrc-" + mrc + "\"", "id=\"mrc-" + mrc + "-erreur\"");
    }

    @Test
    void contactDetailsThatAreRefusedSayWhichFieldIsWrong() throws Exception {
        String page = said(site.perform(post("/admin/coordonnees/99961")
                        .cookie(chief())
                        .param("courriel", "mairie@exemple.test")
                        .param("domaine", "exemple.test"))
                .andExpect(status().isBadRequest()));
        assertThat(page)
                .contains("href=\"#source\"", "id=\"source-erreur\"", "value=\"exemple.test\"")
                .doesNotContain("id=\"courriel-erreur\"");
        page = said(site.perform(post("/admin/coordonnees/99961")
                        .cookie(chief())
                        .param("courriel", "mairie@")
                        .param("source", "Répertoire, 28 novembre"))
                .andExpect(status().isBadRequest()));
        assertThat(page)
                .contains("id=\"courriel-erreur\"", "value=\"mairie@\"", "value=\"Répertoire, 28 novembre\"")
                .doesNotContain("id=\"source-erreur\"");
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
