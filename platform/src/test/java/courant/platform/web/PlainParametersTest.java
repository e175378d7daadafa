package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import org.junit.jupiter.api.Test;

/// What a clipboard carries along, and nobody sees, breaks no form.
class PlainParametersTest extends SiteTest {
    @Test
    void aMessageWithCharactersNobodySeesIsKeptWithoutThem() throws Exception {
        site.perform(post("/nous-joindre")
                        .param("courriel", "greffe@invisible.test")
                        .param("message", "Bonjour\u0000,\r\nune\u0007 question\tsimple."))
                .andExpect(status().isSeeOther());
        assertThat(people.text("select text from courant.contact_message where email = 'greffe@invisible.test'"))
                .isEqualTo("Bonjour,\r\nune question\tsimple.");
    }

    @Test
    void aSubjectAloneIsNoMessage() throws Exception {
        site.perform(post("/nous-joindre")
                        .param("courriel", "greffe@invisible.test")
                        .param("message", "Ma question\u00a0:\r\n"))
                .andExpect(status().isBadRequest());
    }
}
