package courant.platform.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.mail.Bounced;
import courant.platform.mail.Letter;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// An issue of the newsletter: to each confirmed address once, with a link of its own, stopped and gone on with.
class IssuesTest extends SiteTest {
    @Autowired
    private Issues issues;

    @Autowired
    private ApplicationEventPublisher events;

    private Cookie editor;

    @BeforeEach
    void begin() throws Exception {
        people.run(
                "delete from courant.sign_in_attempt; delete from courant.newsletter_delivery; delete from courant.newsletter_consent");
        editor = people.withRoles("infolettre@equipe.test", "Équipe de Courant", "editor");
    }

    private void subscribe(int count) throws Exception {
        people.run("""
                insert into courant.newsletter_consent (confirm_hash, leave_hash, email, wording, language, asked_from_hash,
                  confirmed_at)
                select sha256(('c' || i)::bytea), sha256(('l' || i)::bytea), 'abonne' || i || '@ville.test', 'x', 'fr', 'x', now()
                from generate_series(1, %d) i
                """.formatted(count));
    }

    private String write(String subject) throws Exception {
        site.perform(post("/admin/infolettre")
                        .cookie(editor)
                        .param("objet", subject)
                        .param("texte", "Bonjour à toutes et à tous."))
                .andExpect(status().isSeeOther());
        return people.text("select max(id) from courant.newsletter_issue");
    }

    /// The button of the page that asks for confirmation.
    private ResultActions send(String id) throws Exception {
        String version = people.text("select version from courant.newsletter_issue where id = " + id);
        return site.perform(
                post("/admin/infolettre/" + id + "/envoi").cookie(editor).param("base", version));
    }

    private MockHttpServletRequestBuilder typed(String to, String base, String subject, String text) {
        return post("/admin/infolettre/" + to)
                .cookie(editor)
                .param("base", base)
                .param("objet", subject)
                .param("texte", text);
    }

    private String sent(String subject) throws Exception {
        return people.text("select count(*) from courant.mail where subject = '" + subject + "'");
    }

    @Test
    void goesInBatchesToEachAddressOnceAndCanBeStoppedAndGoneOnWith() throws Exception {
        subscribe(250);
        String id = write("Numéro A");
        send(id).andExpect(status().isSeeOther());
        issues.sendNext();
        assertThat(sent("Numéro A")).isEqualTo("100");
        site.perform(post("/admin/infolettre/" + id + "/arret").cookie(editor));
        issues.sendNext();
        assertThat(sent("Numéro A")).isEqualTo("100");
        assertThat(people.page("/admin/infolettre/" + id, editor))
                .contains("Courriels partis ou en route\u00a0: 100 sur 250");
        send(id).andExpect(status().isSeeOther());
        for (int i = 0; i < 4; i++) {
            issues.sendNext();
        }
        assertThat(sent("Numéro A")).isEqualTo("250");
        assertThat(people.text("select count(distinct recipient) from courant.mail where subject = 'Numéro A'"))
                .isEqualTo("250");
        assertThat(people.page("/admin/infolettre/" + id, editor))
                .contains("Ce numéro a été envoyé à 250 adresses.")
                .doesNotContain("/suppression");
    }

    @Test
    void whatIsNotWholeIsSaidSoAndKept() throws Exception {
        String page = site.perform(post("/admin/infolettre").cookie(editor).param("texte", "Un long texte déjà écrit."))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Écrivez l’objet du courriel", "href=\"#objet\"", "Un long texte déjà écrit.");
        String id = write("Numéro entier");
        String again = site.perform(
                        post("/admin/infolettre/" + id).cookie(editor).param("texte", "Un texte récrit, sans objet."))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(again).contains("Écrivez l’objet du courriel", "Un texte récrit, sans objet.");
        assertThat(people.text("select body from courant.newsletter_issue where id = " + id))
                .isEqualTo("Bonjour à toutes et à tous.");
    }

    @Test
    void whatIsOnTheScreenIsKeptAndConfirmedBeforeItLeaves() throws Exception {
        subscribe(2);
        String id = write("Numéro E");
        assertThat(people.page("/admin/infolettre/" + id, editor))
                .contains("2 adresses sont abonnées à l’infolettre.", "Envoyer à 2 adresses abonnées…");
        site.perform(typed(id + "/confirmation", "1", "Numéro E, relu", "Le texte relu."))
                .andExpect(redirectedUrl("/admin/infolettre/" + id + "/envoi"));
        issues.sendNext();
        assertThat(sent("Numéro E, relu")).isEqualTo("0");
        assertThat(people.page("/admin/infolettre/" + id + "/envoi", editor))
                .contains("Envoyer ce numéro maintenant à 2 adresses abonnées?", "Le texte relu.");
        send(id).andExpect(redirectedUrl("/admin/infolettre/" + id + "?fait=envoi"));
        issues.sendNext();
        assertThat(sent("Numéro E, relu")).isEqualTo("2");
        assertThat(people.page("/admin/infolettre/" + id + "?fait=envoi", editor))
                .contains("role=\"status\">L’envoi a commencé.");
    }

    @Test
    void whatAColleagueChangedMeanwhileIsNeitherOverwrittenNorSent() throws Exception {
        subscribe(1);
        String id = write("Numéro F");
        site.perform(typed(id, "1", "Numéro F", "De la main d’une collègue.")).andExpect(status().isSeeOther());
        String page = site.perform(typed(id + "/confirmation", "1", "Numéro F", "De ma main."))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("De la main d’une collègue.", "De ma main.", "name=\"base\" value=\"2\"");
        site.perform(post("/admin/infolettre/" + id + "/envoi").cookie(editor).param("base", "1"))
                .andExpect(status().isConflict());
        issues.sendNext();
        assertThat(sent("Numéro F")).isEqualTo("0");
    }

    @Test
    void aTrialGoesToTheEditorAloneWithWhatIsOnTheScreen() throws Exception {
        subscribe(1);
        String id = write("Numéro G");
        site.perform(typed(id + "/essai", "1", "Numéro G, essai", "```appel\n/analyser | Analyser\n```"))
                .andExpect(redirectedUrl("/admin/infolettre/" + id + "?fait=essai"));
        Letter letter = people.letter("infolettre@equipe.test");
        assertThat(letter.subject()).isEqualTo("[Essai] Numéro G, essai");
        assertThat(letter.body())
                .contains("Analyser\u00a0: http://localhost:8080/analyser")
                .doesNotContain("```");
        assertThat(state(id)).isEqualTo("draft");
        assertThat(
                        people.text(
                                "select count(*) from courant.mail where recipient = 'abonne1@ville.test' and subject like '%Numéro G%'"))
                .isEqualTo("0");
    }

    @Test
    void nothingLeavesWhileNobodySubscribes() throws Exception {
        String id = write("Numéro H");
        assertThat(people.page("/admin/infolettre/" + id, editor))
                .contains("Personne n’a encore confirmé")
                .doesNotContain("<progress", id + "/confirmation");
        send(id).andExpect(status().isConflict());
        assertThat(state(id)).isEqualTo("draft");
    }

    @Test
    void anIssueThatReachedEverybodyBeforeItWasStoppedIsFiledAsSent() throws Exception {
        subscribe(2);
        String id = write("Numéro J");
        people.run("""
                insert into courant.newsletter_delivery (issue_id, confirm_hash, leave_hash)
                  select %1$s, confirm_hash, sha256(confirm_hash) from courant.newsletter_consent;
                update courant.newsletter_issue set state = 'stopped' where id = %1$s
                """.formatted(id));
        assertThat(people.page("/admin/infolettre/" + id, editor))
                .contains("Courriels partis ou en route\u00a0: 2 sur 2", "max=\"2\" value=\"2\"");
        assertThat(people.page("/admin/infolettre/" + id + "/envoi", editor))
                .contains("Toutes les adresses abonnées ont déjà reçu ce numéro.", "Classer comme envoyé");
        send(id).andExpect(status().isSeeOther());
        issues.sendNext();
        assertThat(sent("Numéro J")).isEqualTo("0");
        assertThat(state(id)).isEqualTo("sent");
    }

    private String state(String id) throws Exception {
        return people.text("select state from courant.newsletter_issue where id = " + id);
    }

    private ResultActions delete(String id, String base) throws Exception {
        return site.perform(
                post("/admin/infolettre/" + id + "/suppression").cookie(editor).param("base", base));
    }

    @Test
    void aDraftIsDeletedOnceThatIsConfirmedAndTheJournalSaysSo() throws Exception {
        String id = write("Numéro O");
        assertThat(people.page("/admin/infolettre/" + id, editor)).contains(id + "/suppression\"");
        assertThat(people.page("/admin/infolettre/" + id + "/suppression", editor))
                .contains("Ce brouillon n’a été envoyé à personne.", "Bonjour à toutes et à tous.");
        assertThat(state(id)).as("opening the page deletes nothing").isEqualTo("draft");
        delete(id, "1").andExpect(redirectedUrl("/admin/infolettre?fait=supprime"));
        assertThat(state(id)).isEmpty();
        assertThat(people.page("/admin/infolettre?fait=supprime", editor))
                .contains("role=\"status\">Le brouillon est supprimé.")
                .doesNotContain("Numéro O");
        assertThat(people.text("select count(*) from courant.audit_event where action = 'issue.deleted'"
                        + " and subject = 'infolettre/" + id + "'"))
                .isEqualTo("1");
    }

    @Test
    void aDraftThatAColleagueChangedMeanwhileIsNotDeleted() throws Exception {
        String id = write("Numéro L");
        site.perform(typed(id, "1", "Numéro L", "De la main d’une collègue.")).andExpect(status().isSeeOther());
        String page = delete(id, "1")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("De la main d’une collègue.", "name=\"base\" value=\"2\"");
        assertThat(state(id)).isEqualTo("draft");
    }

    @Test
    void whatWasWrittenIsKeptWhenAColleagueDeletedTheDraft() throws Exception {
        String id = write("Numéro M");
        delete(id, "1").andExpect(status().isSeeOther());
        String page = site.perform(typed(id, "1", "Numéro M", "Une heure de travail."))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Une autre personne a supprimé ce brouillon", "Une heure de travail.", "value=\"Numéro M\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "sent"})
    void whatWasSentToAnybodyCannotBeDeletedEvenInTheDatabase(String state) throws Exception {
        String id = write("Numéro N");
        people.run("update courant.newsletter_issue set state = '%s' where id = %s".formatted(state, id));
        assertThat(people.page("/admin/infolettre/" + id, editor)).doesNotContain("/suppression");
        assertThat(delete(id, "1")
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("il ne peut pas être supprimé")
                .doesNotContain("Supprimer le brouillon</button>");
        people.run("""
                begin;
                select set_config('courant.account',
                  (select id::text from courant.account where email = 'infolettre@equipe.test'), true);
                set local role courant_app;
                delete from courant.newsletter_issue where id = %s;
                commit
                """.formatted(id));
        assertThat(state(id)).isEqualTo(state);
    }

    @Test
    void anIssueThatWasSentBeginsANewOne() throws Exception {
        subscribe(1);
        String id = write("Numéro I");
        send(id);
        site.perform(post("/admin/infolettre/" + id + "/reprise").cookie(editor))
                .andExpect(status().isSeeOther());
        assertThat(people.text("select count(distinct body) || ' ' || string_agg(state, ',' order by id)"
                        + " from courant.newsletter_issue where subject = 'Numéro I'"))
                .isEqualTo("1 sending,draft");
    }

    @Test
    void aLetterIsAPageOfOurOwnLinksBesideItsPlainText() throws Exception {
        subscribe(1);
        site.perform(post("/admin/infolettre")
                .cookie(editor)
                .param("objet", "Numéro <b>gras</b>")
                .param("texte", """
                        ## Du nouveau

                        Lisez [nos actualités](/actualites) <script>alert(1)</script>
                        """));
        String id = people.text("select max(id) from courant.newsletter_issue");
        send(id).andExpect(status().isSeeOther());
        issues.sendNext();
        Letter letter = people.letter("abonne1@ville.test");
        assertThat(letter.html())
                .contains(
                        "<h2 id=\"du-nouveau\">Du nouveau</h2>",
                        "href=\"http://localhost:8080/actualites\"",
                        "<title>Numéro &lt;b&gt;gras&lt;/b&gt;</title>",
                        letter.unsubscribeAddress())
                .doesNotContain("<script");
        assertThat(letter.body())
                .startsWith("Du nouveau\n\nLisez nos actualités (http://localhost:8080/actualites)")
                .contains(letter.unsubscribeAddress())
                .doesNotContain("#", "](");
        assertThat(people.page("/admin/infolettre/" + id, editor)).contains("<h2 id=\"du-nouveau\">Du nouveau</h2>");
    }

    private static final String FAULTY = "Bonjour.\n\n![](https://ailleurs.test/espion.gif)";

    @Test
    void anIssueThatSubscribersWouldNotSeeAsItWasMeantIsRefusedWithTheLine() throws Exception {
        String id = write("Numéro J");
        for (String button : new String[] {"", id, id + "/essai", id + "/confirmation"}) {
            String to = button.isEmpty() ? "" : "/" + button;
            String page = site.perform(post("/admin/infolettre" + to)
                            .cookie(editor)
                            .param("base", "1")
                            .param("objet", "Numéro J")
                            .param("texte", FAULTY))
                    .andExpect(status().isBadRequest())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page)
                    .contains(
                            "<a href=\"#texte\">Ligne 3\u00a0: l’image «\u00a0https://ailleurs.test/espion.gif\u00a0» ne vient pas",
                            "<a href=\"#texte\">Ligne 3\u00a0: l’image «\u00a0https://ailleurs.test/espion.gif\u00a0» ne dit pas",
                            "espion.gif)</textarea>");
        }
    }

    @Test
    void anOldDraftWithAFaultIsNotSent() throws Exception {
        subscribe(1);
        String id = write("Numéro K");
        people.run("update courant.newsletter_issue set body = '" + FAULTY + "' where id = " + id);
        send(id).andExpect(status().isBadRequest());
        issues.sendNext();
        assertThat(sent("Numéro K")).isEqualTo("0");
    }

    @Test
    void theLinkOfTheLetterEndsTheSubscriptionOfThatAddressAlone() throws Exception {
        subscribe(2);
        String id = write("Numéro B");
        send(id).andExpect(status().isSeeOther());
        issues.sendNext();
        String leave = people.letter("abonne1@ville.test").unsubscribeAddress().replaceFirst("https?://[^/]+", "");
        site.perform(post(leave).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        assertThat(people.text(
                        "select string_agg(email, ',') from courant.newsletter_consent where withdrawn_at is null"))
                .isEqualTo("abonne2@ville.test");
    }

    @Test
    void anAddressThatTakesNoLettersIsWrittenToNoMore() throws Exception {
        subscribe(2);
        events.publishEvent(new Bounced("Abonne1@ville.test"));
        String id = write("Numéro C");
        assertThat(people.page("/admin/infolettre/" + id, editor))
                .contains(
                        "Une adresse est abonnée à l’infolettre.",
                        "Une autre adresse ne recevra rien",
                        "Envoyer à une adresse abonnée…");
        send(id).andExpect(status().isSeeOther());
        issues.sendNext();
        assertThat(sent("Numéro C")).isEqualTo("1");
    }

    @Test
    void aSubjectIsOneLine() throws Exception {
        String id = write("Numéro D\r\nBcc: tous@ville.test");
        assertThat(people.text("select subject from courant.newsletter_issue where id = " + id))
                .isEqualTo("Numéro D Bcc: tous@ville.test");
    }

    @Test
    void tenThousandRequestsFromOneAddressSendThreeLetters() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            site.perform(post("/infolettre")
                            .param("courriel", "inonde@ville.test")
                            .param("accord", "true"))
                    .andExpect(status().isSeeOther());
        }
        assertThat(people.text("select count(*) from courant.mail where recipient = 'inonde@ville.test'"))
                .isEqualTo("3");
    }
}
