package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.database.AsApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/// A text is published at a moment to come, or shown before to who holds a link.
class PublicationTest extends EditingTest {
    @Autowired
    private TextStore store;

    @Test
    void aScheduledTextAppearsWhenItsTimeHasCome() throws Exception {
        String address = "/admin/textes/actualites/essai-prevu/fr";
        schedule(address, "0", "Nouvelle prévue").andExpect(status().isSeeOther());
        store.publishDue();
        site.perform(get("/actualites/2026/essai-prevu")).andExpect(status().isNotFound());
        site.perform(news(address, base(address), "Brouillon d’après", "mobilite"))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains("Annuler la publication prévue", "Un brouillon plus récent");
        people.run("update courant.text_state set publish_at = now() where slug = 'essai-prevu'");
        store.publishDue();
        assertThat(read("/actualites/2026/essai-prevu"))
                .contains("Nouvelle prévue")
                .doesNotContain("Brouillon d’après");
        assertThat(people.text("""
                        select string_agg(actor || ' ' || subject, ',') from courant.audit_event
                        where action = 'text.published-as-scheduled' and subject like '%/essai-prevu/%'
                        """)).matches("courant texte/actualites/essai-prevu/fr version/\\d+");
        store.publishDue();
        assertThat(people.text("select count(*) from courant.audit_event where action = 'text.published-as-scheduled'"
                        + " and subject like '%/essai-prevu/%'"))
                .isEqualTo("1");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    private ResultActions schedule(String address, String base, String title) throws Exception {
        return site.perform(
                news(address + "/publication", base, title, "mobilite").param("moment", "2099-01-01T08:00"));
    }

    @Test
    void aPublicationThatWasForeseenIsCancelled() throws Exception {
        String address = "/admin/textes/actualites/essai-annule/fr";
        schedule(address, "0", "Nouvelle annulée").andExpect(status().isSeeOther());
        site.perform(post(address + "/annulation").cookie(editor)).andExpect(status().isSeeOther());
        assertThat(people.page(address + "?fait=annule", editor))
                .contains("La publication prévue est annulée.")
                .doesNotContain("Annuler la publication prévue");
        assertThat(people.text(
                        "select count(*) from courant.text_state where slug = 'essai-annule' and publish_at is null"))
                .isEqualTo("1");
    }

    @Test
    void aTextThatIsTakenAwayDoesNotComeBackByItself() throws Exception {
        String address = "/admin/textes/actualites/essai-retire/fr";
        site.perform(news(address + "/publication", "0", "Nouvelle retirée", "mobilite"))
                .andExpect(status().isSeeOther());
        schedule(address, base(address), "Nouvelle corrigée").andExpect(status().isSeeOther());
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
        assertThat(people.text("select count(*) from courant.text_state where slug = 'essai-retire'"
                        + " and publish_at is null and scheduled_id is null and removed_at is not null"))
                .isEqualTo("1");
    }

    @Test
    void aMomentThatIsPastOrUnreadablePublishesNothing() throws Exception {
        String address = "/admin/textes/actualites/essai-passe/fr";
        for (String moment : new String[] {"2020-01-01T08:00", "demain matin"}) {
            String page = body(site.perform(news(address + "/publication", "0", "Trop tôt", "mobilite")
                            .param("moment", moment))
                    .andExpect(status().isBadRequest()));
            assertThat(page).contains("href=\"#moment\"", "value=\"" + moment + "\"", "Trop tôt");
        }
        site.perform(get("/actualites/2026/essai-passe")).andExpect(status().isNotFound());
    }

    @Test
    void aPreviewLinkShowsTheDraftToWhoHoldsIt() throws Exception {
        String address = "/admin/textes/pages/accessibilite/fr";
        String link = site.perform(page(address + "/lien", base(address), "Accessibilité, brouillon", "Un brouillon."))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(read(String.valueOf(link))).contains("Un brouillon.").contains("noindex");
        site.perform(get("/apercu/" + "A".repeat(43))).andExpect(status().isNotFound());
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from text_version where source like '%Un brouillon.%'"))
                    .isZero();
        }
    }
}
