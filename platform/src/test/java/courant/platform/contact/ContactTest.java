package courant.platform.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/// Messages to the team, and those that machines send.
class ContactTest extends SiteTest {
    @BeforeEach
    void begin() throws Exception {
        people.run("delete from courant.contact_message; delete from courant.sign_in_attempt");
    }

    private ResultActions write(String email, String text, String trap) throws Exception {
        return site.perform(post("/nous-joindre")
                .param("nom", "Une\r\npersonne")
                .param("courriel", email)
                .param("message", text)
                .param("site", trap));
    }

    @Test
    void aMessageReachesTheTeamAndIsDealtWith() throws Exception {
        write("lectrice@ville.test", "Une <b>erreur</b> à la page X.", "").andExpect(status().isSeeOther());
        Cookie team = people.withRoles("accueil@equipe.test", "Équipe de Courant", "editor");
        assertThat(people.page("/admin/messages", team)).contains("Une &lt;b&gt;erreur");
        assertThat(people.page("/admin", team))
                .containsPattern("href=\"/admin/messages\">[^<]*</a> <span[^>]*>1 en attente");
        String id = people.text("select max(id) from courant.contact_message");
        site.perform(post("/admin/messages/" + id + "/traite").cookie(team));
        assertThat(people.page("/admin", team)).containsPattern("href=\"/admin/messages\">[^<]*</a>\\s*</li>");
        assertThat(people.page("/admin/messages", team)).doesNotContain("erreur&lt;/b&gt;");
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from contact_message")).isZero();
        }
    }

    @Test
    void aMachineThatFillsTheHiddenFieldIsThankedAndNothingIsKept() throws Exception {
        write("robot@spam.test", "Achetez!", "http://spam.test").andExpect(status().isSeeOther());
        assertThat(people.text("select count(*) from courant.contact_message")).isEqualTo("0");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasWrittenStays() throws Exception {
        assertThat(write("pas une adresse", "Mon texte.", "")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Mon texte.");
        write("a@b.test", " ", "").andExpect(status().isBadRequest());
    }

    private String messageBegun(String event) throws Exception {
        String form = site.perform(get(URI.create("/nous-joindre?evenement=" + event)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return form.replaceFirst("(?s).*<textarea id=\"message\"[^>]*>(.*?)</textarea>.*", "$1");
    }

    @Test
    void aRegistrationNamesItsEventAndIsSentAsItStands() throws Exception {
        assertThat(messageBegun("webinaire-l-hiver-et-l-autonomie"))
                .startsWith("Inscription à l’activité «\u00a0")
                .contains("Municipalité et fonction");
        assertThat(messageBegun("Virement+urgent")).isEmpty();
        write("greffe@ville.test", "Inscription à l’activité « X », 2 février 2027.\nMunicipalité et fonction :", "")
                .andExpect(status().isSeeOther());
    }

    @Test
    void onePlaceWritesFiveMessagesAnHour() throws Exception {
        for (int i = 0; i < 5; i++) {
            write("souvent@ville.test", "Message " + i, "").andExpect(status().isSeeOther());
        }
        assertThat(write("souvent@ville.test", "Un de trop", "")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Un de trop");
    }
}
