package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.accounts.internal.SessionStore;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/// Coming to act for a town: by its domain, by a code sent to its published address, by post, by approval, by
/// invitation, by mandate; and never for somebody else's.
class ClaimTest extends SiteTest {
    @Autowired
    private SessionStore sessions;

    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

    private void ask(Cookie who, String town, String method) throws Exception {
        asking(who, town, method).andExpect(status().isSeeOther());
    }

    private ResultActions asking(Cookie who, String town, String method) throws Exception {
        return site.perform(post("/espace/rattachement")
                .cookie(who)
                .param("municipalite", town)
                .param("nom", "Marie Roy")
                .param("fonction", "greffière adjointe")
                .param("methode", method)
                .param("role", "clerk"));
    }

    private String domain(String code) throws Exception {
        return people.text(
                "select domain from courant.municipality_contact where municipality_code = '%s'".formatted(code));
    }

    private boolean acts(Cookie who, String email) throws Exception {
        people.page("/espace", who);
        return !people.text("""
                select 1 from courant.membership m join courant.account a on a.id = m.account_id where a.email = '%s' limit 1
                """.formatted(email)).isEmpty();
    }

    @Test
    void anAddressOfTheTownsOwnDomainIsProofEnough() throws Exception {
        String email = "greffe@" + domain("99964");
        Cookie clerk = people.signIn(email);
        ask(clerk, "99964", "domain");
        assertThat(acts(clerk, email)).isTrue();
        assertThat(people.status("/espace/equipe", clerk)).isEqualTo(200);
        assertThat(people.page("/espace", clerk))
                .as("an invented town stays one")
                .contains("Municipalité fictive, pour la démonstration");
    }

    @Test
    void anotherDomainIsNoProof() throws Exception {
        Cookie stranger = people.signIn("quelquun@ailleurs.test");
        asking(stranger, "99963", "domain").andExpect(status().isConflict());
        assertThat(acts(stranger, "quelquun@ailleurs.test")).isFalse();
    }

    @Test
    void aCodeGoesToThePublishedAddressAndFiveWrongOnesEndIt() throws Exception {
        Cookie person = people.signIn("mairie.du.village@fournisseur.test");
        ask(person, "99963", "published-email");
        String published =
                people.text("select email from courant.municipality_contact where municipality_code = '99963'");
        Matcher code = CODE.matcher(people.letter(published).body());
        assertThat(code.find()).isTrue();
        assertThat(people.letter(published).body())
                .contains("Marie Roy, greffière adjointe (mairie.du.village@fournisseur.test)");
        String claim = people.text("select max(id) from courant.claim where municipality_code = '99963'");
        String address = "/espace/rattachement/" + claim + "/code";
        for (int i = 0; i < 5; i++) {
            site.perform(post(address).cookie(person).param("code", "AAAA-AAAA"))
                    .andExpect(status().isBadRequest());
        }
        assertThat(site.perform(post(address).cookie(person).param("code", code.group()))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Les cinq essais sont utilisés", "Envoyer un nouveau code")
                .doesNotContain("id=\"code-" + claim + "\"");
        assertThat(acts(person, "mairie.du.village@fournisseur.test")).isFalse();
    }

    @Test
    void aRightCodeIsTakenHoweverItIsTyped() throws Exception {
        Cookie person = people.signIn("petite.ville@fournisseur.test");
        ask(person, "99962", "published-email");
        String published =
                people.text("select email from courant.municipality_contact where municipality_code = '99962'");
        Matcher code = CODE.matcher(people.letter(published).body());
        assertThat(code.find()).isTrue();
        String claim = people.text("select max(id) from courant.claim where municipality_code = '99962'");
        String typed = code.group().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        // Somebody else who has the code cannot use it on this request.
        Cookie other = people.signIn("autre@fournisseur.test");
        site.perform(post("/espace/rattachement/" + claim + "/code")
                        .cookie(other)
                        .param("code", typed))
                .andExpect(status().isBadRequest());
        site.perform(post("/espace/rattachement/" + claim + "/code")
                        .cookie(person)
                        .param("code", typed))
                .andExpect(status().isSeeOther());
        assertThat(acts(person, "petite.ville@fournisseur.test")).isTrue();
    }

    @Test
    void whoAsksSaysTheirNameAndPositionToWhoJudges() throws Exception {
        Cookie person = people.signIn("sans.nom@fournisseur.test");
        assertThat(site.perform(post("/espace/rattachement")
                                .cookie(person)
                                .param("municipalite", "99906")
                                .param("methode", "administrator")
                                .param("nom", "Marie Roy"))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Écrivez votre fonction", "value=\"Marie Roy\"")
                .doesNotContain("Écrivez votre nom");
        ask(person, "99906", "administrator");
        Cookie chief = people.withRoles("admin.nom@courant.test", "Équipe de Courant", "administrator");
        assertThat(people.page("/admin/rattachements", chief))
                .contains("Marie Roy, greffière adjointe (sans.nom@fournisseur.test)");
        String claim = people.text("select max(id) from courant.claim where municipality_code = '99906'");
        site.perform(post("/espace/rattachement/" + claim + "/annulation").cookie(person));
    }

    @Test
    void aTownThatHasATeamSendsNoCode() throws Exception {
        Cookie person = people.signIn("intrus@" + domain("99901"));
        asking(person, "99901", "domain").andExpect(status().isConflict());
        asking(person, "99901", "published-email").andExpect(status().isConflict());
        assertThat(acts(person, "intrus@" + domain("99901"))).isFalse();
    }

    @Test
    void aLetterIsPostedOrTheTeamApproves() throws Exception {
        Cookie person = people.signIn("hameau@fournisseur.test");
        ask(person, "99961", "published-postal");
        String claim = people.text("select max(id) from courant.claim where municipality_code = '99961'");
        Cookie chief = people.withRoles("admin.lettres@courant.test", "Équipe de Courant", "administrator");
        String letter = site.perform(
                        post("/admin/rattachements/" + claim + "/lettre").cookie(chief))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher code = CODE.matcher(letter);
        assertThat(code.find()).isTrue();
        site.perform(post("/espace/rattachement/" + claim + "/code")
                        .cookie(person)
                        .param("code", code.group()))
                .andExpect(status().isSeeOther());

        Cookie other = people.signIn("autre.hameau@fournisseur.test");
        ask(other, "99960", "administrator");
        String second = people.text("select max(id) from courant.claim where municipality_code = '99960'");
        site.perform(post("/admin/rattachements/" + second + "/decision")
                        .cookie(other)
                        .param("decision", "approuver"))
                .andExpect(status().isForbidden());
        site.perform(post("/admin/rattachements/" + second + "/decision")
                        .cookie(chief)
                        .param("decision", "approuver"))
                .andExpect(status().isSeeOther());
        assertThat(acts(other, "autre.hameau@fournisseur.test")).isTrue();
        assertThat(people.letter("autre.hameau@fournisseur.test").subject()).contains("agir pour");
    }

    @Test
    void aTeamLearnsWhoJoinsItAndKeepsItsAdministration() throws Exception {
        String town = people.text("select name from courant.organisation where municipality_code = '99908'");
        Cookie clerk = people.withRoles("greffe.rejoint@ville.test", town, "clerk");
        Cookie chief = people.withRoles("admin.rejoint@courant.test", "Équipe de Courant", "administrator");
        Cookie stranger = people.signIn("inconnue@ailleurs.test");
        ask(stranger, "99908", "administrator");
        String claim = people.text("select max(id) from courant.claim where municipality_code = '99908'");
        assertThat(people.page("/admin/rattachements", chief))
                .contains("Une équipe agit déjà", "greffe.rejoint@ville.test");
        site.perform(post("/admin/rattachements/" + claim + "/decision")
                        .cookie(chief)
                        .param("decision", "approuver"))
                .andExpect(status().isSeeOther());
        assertThat(people.text("""
                select string_agg(m.role, ',') from courant.membership m join courant.account a on a.id = m.account_id
                where a.email = 'inconnue@ailleurs.test'
                """)).isEqualTo("clerk");
        assertThat(people.letter("greffe.rejoint@ville.test").subject()).contains("se joint à votre équipe");
        assertThat(people.letter("greffe.rejoint@ville.test").body()).contains("inconnue@ailleurs.test", "greffe");
        assertThat(people.page("/espace/journal", clerk))
                .contains(
                        "a prouvé ou approuvé une appartenance",
                        "inconnue@ailleurs.test",
                        "admin.rejoint@courant.test");
    }

    @Test
    void whoHasNoRightCodeAsksForAnotherOrCancels() throws Exception {
        Cookie person = people.signIn("code.perdu@fournisseur.test");
        ask(person, "99959", "published-email");
        String claim = people.text("select max(id) from courant.claim where municipality_code = '99959'");
        assertThat(people.page("/espace", person)).contains("Demande ouverte pour agir au nom de");
        site.perform(post("/espace/rattachement")
                        .cookie(person)
                        .param("municipalite", "99959")
                        .param("nom", "Marie Roy")
                        .param("fonction", "greffière adjointe")
                        .param("methode", "administrator"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("annulez-la d’abord")));
        String again = "/espace/rattachement/" + claim + "/nouveau-code";
        Cookie other = people.signIn("code.autre@fournisseur.test");
        site.perform(post(again).cookie(other)).andExpect(status().isConflict());
        site.perform(post(again).cookie(person)).andExpect(status().isSeeOther());
        site.perform(post(again).cookie(person)).andExpect(status().isSeeOther());
        site.perform(post(again).cookie(person)).andExpect(status().isConflict());
        site.perform(post("/espace/rattachement/" + claim + "/annulation").cookie(person))
                .andExpect(status().isSeeOther());
        site.perform(post("/espace/rattachement")
                        .cookie(person)
                        .param("municipalite", "99959")
                        .param("nom", "Marie Roy")
                        .param("fonction", "greffière adjointe")
                        .param("methode", "published-email"))
                .andExpect(status().isConflict());
        ask(person, "99959", "administrator");
        String second = people.text("select max(id) from courant.claim where municipality_code = '99959'");
        Cookie chief = people.withRoles("admin.refus@courant.test", "Équipe de Courant", "administrator");
        String decision = "/admin/rattachements/" + second + "/decision";
        site.perform(post(decision).cookie(chief).param("decision", "refuser")).andExpect(status().isBadRequest());
        site.perform(post(decision)
                        .cookie(chief)
                        .param("decision", "refuser")
                        .param("raison", "Le numéro publié ne vous connaît pas."))
                .andExpect(status().isSeeOther());
        assertThat(people.letter("code.perdu@fournisseur.test").body())
                .contains("Le numéro publié ne vous connaît pas.", "demander une invitation");
    }

    @Test
    void anInvitationIsForARoleOfTheTownAndSentOnce() throws Exception {
        String town = people.text("select name from courant.organisation where municipality_code = '99907'");
        Cookie clerk = people.withRoles("greffe.double@ville.test", town, "clerk");
        assertThat(people.page("/espace/equipe", clerk)).doesNotContain("value=\"editor\"", "value=\"auditor\"");
        invite(clerk, "parc.double@ville.test", "editor").andExpect(status().isConflict());
        invite(clerk, "parc.double@ville.test", "fleet").andExpect(status().isSeeOther());
        invite(clerk, "parc.double@ville.test", "fleet").andExpect(status().isConflict());
        invite(clerk, "greffe.double@ville.test", "clerk").andExpect(status().isConflict());
        assertThat(people.letter("parc.double@ville.test").body())
                .contains("greffe.double@ville.test", town, "14 jours", "Si vous ne connaissez pas cette organisation");
        assertThat(people.page("/espace/journal", clerk)).contains("parc.double@ville.test");
    }

    private ResultActions invite(Cookie who, String email, String role) throws Exception {
        return site.perform(post("/espace/equipe/invitation")
                .cookie(who)
                .param("courriel", email)
                .param("role", role));
    }

    @Test
    void onesOwnRoleIsTakenAwayAfterAQuestion() throws Exception {
        people.run("insert into courant.organisation (kind, name, municipality_code)"
                + " values ('municipality', 'Seule-sur-Rive', '99997')");
        Cookie clerk = people.withRoles("seule@rive.test", "Seule-sur-Rive", "clerk", "fleet");
        Cookie second = people.withRoles("parc@rive.test", "Seule-sur-Rive", "fleet");
        String me = people.text("select id from courant.account where email = 'seule@rive.test'");
        String removal = "/espace/equipe/" + me + "/clerk/retrait";
        site.perform(post(removal).cookie(clerk))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Retirer mon propre rôle")));
        site.perform(post(removal).cookie(clerk).param("confirme", "true"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("href=\"#personnes\"")));
        String other = people.text("select id from courant.account where email = 'parc@rive.test'");
        site.perform(post("/espace/equipe/" + other + "/fleet/retrait").cookie(clerk))
                .andExpect(status().isSeeOther());
        assertThat(people.letter("parc@rive.test").subject()).contains("votre rôle est retiré");
        assertThat(people.page("/espace", second)).doesNotContain("Seule-sur-Rive");
    }

    @Test
    void aColleagueIsInvitedAndTheLastWhoManagesStays() throws Exception {
        Cookie clerk = people.withRoles("greffe.invite@ville.test", "Val-des-Érables", "clerk");
        site.perform(post("/espace/equipe/invitation")
                        .cookie(clerk)
                        .param("courriel", "parc.invite@ville.test")
                        .param("role", "fleet"))
                .andExpect(status().isSeeOther());
        String link = people.links("parc.invite@ville.test").getFirst();
        site.perform(post(link)).andExpect(status().isSeeOther());
        site.perform(post(link)).andExpect(status().isNotFound());
        assertThat(people.text("""
                select m.role from courant.membership m join courant.account a on a.id = m.account_id
                where a.email = 'parc.invite@ville.test'
                """)).isEqualTo("fleet");
    }

    @Test
    void anAddresseeWithALineEndIsRefused() throws Exception {
        Cookie clerk = people.withRoles("greffe.entete@ville.test", "Val-des-Érables", "clerk");
        site.perform(post("/espace/equipe/invitation")
                        .cookie(clerk)
                        .param("courriel", "a@b.test\r\nBcc: tous@b.test")
                        .param("role", "fleet"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aMandateLetsAnAdviserActUntilItIsRevoked() throws Exception {
        String town = people.text("select name from courant.organisation where municipality_code = '99906'");
        Cookie clerk = people.withRoles("greffe.mandat@ville.test", town, "clerk");
        Cookie adviser = people.withRoles("conseil.mandat@mrc.test", "MRC des Trois-Versants (fictive)", "adviser");
        assertThat(people.page("/espace", adviser)).doesNotContain(">" + town + "<");
        String holder = people.text("select id from courant.organisation where kind = 'mrc'");
        site.perform(post("/espace/equipe/mandat")
                        .cookie(clerk)
                        .param("organisme", holder)
                        .param("fin", today().plusMonths(6).toString()))
                .andExpect(status().isSeeOther());
        assertThat(people.page("/espace", adviser)).contains(town);
        String id = people.text("select id from courant.organisation where municipality_code = '99906'");
        site.perform(post("/espace/organisation").cookie(adviser).param("organisation", id));
        assertThat(people.page("/espace/engagement", adviser))
                .contains("Vous agissez au nom de " + town + ", par le mandat confié à");
        String mandate = people.text("select max(id) from courant.mandate");
        site.perform(post("/espace/equipe/mandat/" + mandate + "/retrait").cookie(clerk))
                .andExpect(status().isSeeOther());
        assertThat(people.page("/espace", adviser)).doesNotContain(town);
    }

    @Test
    void aMandateSentTwiceIsOneAndEndsOnce() throws Exception {
        String town = people.text("select name from courant.organisation where municipality_code = '99907'");
        Cookie clerk = people.withRoles("greffe.double@ville.test", town, "clerk");
        String holder = people.text("select id from courant.organisation where kind = 'mrc'");
        List<Thread> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(Thread.ofVirtual().start(() -> giveMandate(clerk, holder)));
        }
        for (Thread click : clicks) {
            click.join();
        }
        assertThat(people.text("select count(*) from courant.mandate d join courant.organisation o on o.id = d.town_id"
                        + " where o.municipality_code = '99907' and d.revoked_at is null"))
                .isEqualTo("1");
    }

    private void giveMandate(Cookie clerk, String holder) {
        try {
            site.perform(post("/espace/equipe/mandat")
                    .cookie(clerk)
                    .param("organisme", holder)
                    .param("fin", today().plusMonths(6).toString()));
        } catch (Exception unseen) {
            throw new IllegalStateException(unseen);
        }
    }

    @Test
    void aRequestThatNobodyAnsweredExpiresWithAnEventOfItsOwn() throws Exception {
        Cookie person = people.signIn("sans.reponse@ailleurs.test");
        ask(person, "99960", "administrator");
        ask(person, "99961", "administrator");
        String ofThePerson = " from courant.claim c join courant.account a on a.id = c.account_id"
                + " where a.email = 'sans.reponse@ailleurs.test'";
        people.run("update courant.claim set expires_at = now() - interval '1 minute' where id in (select c.id"
                + ofThePerson + ")");
        sessions.forgetEnded();
        assertThat(people.text("select string_agg(c.state, ',')" + ofThePerson)).isEqualTo("expired,expired");
        String told =
                "select count(*) from courant.audit_event e where e.actor = 'courant' and e.action = 'claim.expired'"
                        + " and exists (select" + ofThePerson
                        + " and e.subject like '% compte/' || a.id || ' clerk rattachement/' || c.id)";
        assertThat(people.text(told)).isEqualTo("2");
        sessions.forgetEnded();
        assertThat(people.text(told)).as("once").isEqualTo("2");
    }

    @Test
    void theStartPageSaysHowManyRequestsWait() throws Exception {
        Cookie chief = people.withRoles("compte.demandes@courant.test", "Équipe de Courant", "administrator");
        Cookie person = people.signIn("en.attente@ailleurs.test");
        ask(person, "99960", "administrator");
        String waiting =
                people.text("select count(*) from courant.claim c join courant.account a on a.id = c.account_id"
                        + " where c.state = 'asked' and c.expires_at > now() and a.closed_at is null");
        assertThat(people.page("/admin", chief))
                .containsPattern("href=\"/admin/rattachements\">[^<]*</a> <span[^>]*>" + waiting + " en attente");
    }

    @Test
    void theRequestOfAClosedAccountIsNotLeftToBeApproved() throws Exception {
        Cookie stranger = people.signIn("ferme.demande@ailleurs.test");
        ask(stranger, "99963", "administrator");
        people.closeAccount("ferme.demande@ailleurs.test");
        assertThat(people.text("select c.state from courant.claim c join courant.account a on a.id = c.account_id"
                        + " where a.email = 'ferme.demande@ailleurs.test'"))
                .isEqualTo("cancelled");
    }
}
