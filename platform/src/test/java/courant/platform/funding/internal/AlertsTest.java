package courant.platform.funding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import courant.platform.mail.Bounced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// A saved search that tells what moved, once, and stops when asked.
class AlertsTest extends SiteTest {
    @Autowired
    private Alerts alerts;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void begin() {
        alerts.tell();
    }

    private void ask(String email, String rhythm, String object) throws Exception {
        site.perform(post("/aide-financiere/alerte")
                        .param("courriel", email)
                        .param("rythme", rhythm)
                        .param("objet", object))
                .andExpect(status().isSeeOther());
    }

    private void move(String programme) throws Exception {
        people.run(
                "insert into courant.programme_change (programme, kind, fingerprint) values ('%s', 'changed', gen_random_uuid()::text)"
                        .formatted(programme));
    }

    private String letters(String email) throws Exception {
        return people.text("select count(*) from courant.mail where recipient = '" + email + "'");
    }

    @Test
    void tellsOnceOfWhatMovedSinceAndOnlyAfterConfirmation() throws Exception {
        ask("quotidien@ville.test", "daily", "");
        move("roulez-vert-vehicule");
        alerts.tell();
        assertThat(letters("quotidien@ville.test")).isEqualTo("1");
        site.perform(post(people.links("quotidien@ville.test").getFirst())).andExpect(status().isOk());
        alerts.tell();
        assertThat(letters("quotidien@ville.test")).isEqualTo("2");
        assertThat(people.letter("quotidien@ville.test").body()).contains("/aide-financiere/roulez-vert-vehicule");
        alerts.tell();
        assertThat(letters("quotidien@ville.test")).isEqualTo("2");
        people.run(
                "update courant.funding_alert set last_sent_at = now() - interval '1 day' where email = 'quotidien@ville.test'");
        alerts.tell();
        assertThat(letters("quotidien@ville.test")).as("nothing new moved").isEqualTo("2");
        move("roulez-vert-vehicule");
        move("roulez-vert-vehicule");
        alerts.tell();
        assertThat(letters("quotidien@ville.test")).isEqualTo("3");
        String body = people.letter("quotidien@ville.test").body();
        assertThat(body.split("/aide-financiere/roulez-vert-vehicule", -1))
                .as("named once")
                .hasSize(2);
    }

    @Test
    void thePageOnWhichOneConfirmsNamesTheSearchAndEachLetterItsSender() throws Exception {
        ask("nommee@ville.test", "daily", "charger");
        assertThat(people.letter("nommee@ville.test").body())
                .contains("Borne du parc ou du lieu de travail, tous les états")
                .endsWith("Expéditeur\u00a0: instance de démonstration, sans adresse postale");
        String confirmation = people.links("nommee@ville.test").getFirst();
        assertThat(page(confirmation))
                .contains(
                        "Confirmer l’alerte",
                        "cette recherche\u00a0: Borne du parc ou du lieu de travail, tous les états.");
        assertThat(page("/en" + confirmation))
                .contains("this search: Fleet or workplace charging station, all statuses.");
        site.perform(post(confirmation)).andExpect(status().isOk());
        move("roulez-vert-borne-travail");
        alerts.tell();
        assertThat(letters("nommee@ville.test")).isEqualTo("2");
        assertThat(people.letter("nommee@ville.test").body())
                .endsWith("Expéditeur\u00a0: instance de démonstration, sans adresse postale");
        people.run(
                "update courant.funding_alert set asked_at = now() - interval '8 days' where email = 'nommee@ville.test'");
        assertThat(page(confirmation)).contains("Ce lien n’est plus valide").doesNotContain("Borne du parc");
    }

    @Test
    void whoAsksIsToldHowAnAlertBeginsAndAnUnknownLinkIsNotDone() throws Exception {
        assertThat(page("/aide-financiere/alerte/demande"))
                .contains("dans les sept jours", "href=\"/aide-financiere\"")
                .doesNotContain("href=\"/connexion\">Demander");
        String unknown = "/aide-financiere/alerte/retrait/" + "A".repeat(43);
        site.perform(get(unknown)).andExpect(status().isNotFound());
        site.perform(post(unknown).param("List-Unsubscribe", "One-Click")).andExpect(status().isNotFound());
        site.perform(post("/aide-financiere/alerte/confirmation/abc")).andExpect(status().isNotFound());
    }

    private String page(String address) throws Exception {
        return site.perform(get(address)).andReturn().getResponse().getContentAsString();
    }

    @Test
    void aWeeklyAlertWaitsAWeekAndLeavesInOneClick() throws Exception {
        ask("hebdo@ville.test", "weekly", "");
        site.perform(post(people.links("hebdo@ville.test").getFirst()));
        move("roulez-vert-vehicule");
        alerts.tell();
        assertThat(letters("hebdo@ville.test")).isEqualTo("2");
        move("roulez-vert-vehicule");
        people.run(
                "update courant.funding_alert set last_sent_at = now() - interval '2 days' where email = 'hebdo@ville.test'");
        alerts.tell();
        assertThat(letters("hebdo@ville.test")).isEqualTo("2");
        String leave = people.letter("hebdo@ville.test").unsubscribeAddress().replaceFirst("https?://[^/]+", "");
        site.perform(post(leave).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        people.run(
                "update courant.funding_alert set last_sent_at = now() - interval '9 days' where email = 'hebdo@ville.test'");
        alerts.tell();
        assertThat(letters("hebdo@ville.test")).isEqualTo("2");
    }

    @Test
    void aProgrammeThatDoesNotConcernTheSearchIsNotTold() throws Exception {
        ask("bornes@ville.test", "daily", "charger");
        site.perform(post(people.links("bornes@ville.test").getFirst()));
        move("roulez-vert-vehicule");
        alerts.tell();
        assertThat(letters("bornes@ville.test")).isEqualTo("1");
    }

    @Test
    void theLinkOfAnEarlierLetterStillLeadsOut() throws Exception {
        ask("patient@ville.test", "daily", "");
        site.perform(post(people.links("patient@ville.test").getFirst()));
        String confirmed = leaveLink("patient@ville.test");
        move("roulez-vert-vehicule");
        alerts.tell();
        String first = leaveLink("patient@ville.test");
        people.run(
                "update courant.funding_alert set last_sent_at = now() - interval '1 day' where email = 'patient@ville.test'");
        move("roulez-vert-vehicule");
        alerts.tell();
        assertThat(leaveLink("patient@ville.test")).isNotEqualTo(first);
        assertThat(first).isNotEqualTo(confirmed);
        site.perform(post(first)).andExpect(status().isOk());
        assertThat(
                        people.text(
                                "select withdrawn_at is not null from courant.funding_alert where email = 'patient@ville.test'"))
                .isEqualTo("t");
    }

    private String leaveLink(String email) {
        return people.letter(email).unsubscribeAddress().replaceFirst("https?://[^/]+", "");
    }

    @Test
    void whatConcernsTheSearchNotDoesNotDelayTheNextLetter() throws Exception {
        ask("sans.retard@ville.test", "weekly", "charger");
        site.perform(post(people.links("sans.retard@ville.test").getFirst()));
        move("roulez-vert-vehicule");
        alerts.tell();
        move("roulez-vert-borne-travail");
        alerts.tell();
        assertThat(letters("sans.retard@ville.test")).isEqualTo("2");
    }

    @Test
    void anAddressThatTakesNoLettersIsWrittenToNoMore() throws Exception {
        ask("fermee@ville.test", "daily", "");
        site.perform(post(people.links("fermee@ville.test").getFirst()));
        events.publishEvent(new Bounced("fermee@ville.test"));
        move("roulez-vert-vehicule");
        alerts.tell();
        assertThat(letters("fermee@ville.test")).isEqualTo("1");
    }

    @Test
    void aProgrammeThatIsAgainWhatItWasIsNews() throws Exception {
        String changes = "select count(*) from courant.programme_change where programme = 'roulez-vert-vehicule'";
        alerts.tell();
        move("roulez-vert-vehicule");
        int before = Integer.parseInt(people.text(changes));
        alerts.tell();
        assertThat(Integer.parseInt(people.text(changes))).isEqualTo(before + 1);
        alerts.tell();
        assertThat(Integer.parseInt(people.text(changes))).as("once").isEqualTo(before + 1);
    }

    @Test
    void nobodyElseSeesWhoAsked() throws Exception {
        ask("secret@ville.test", "daily", "");
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from funding_alert")).isZero();
        }
    }
}
