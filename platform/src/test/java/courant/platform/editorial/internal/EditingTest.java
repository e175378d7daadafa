package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import courant.platform.SiteTest;
import jakarta.servlet.http.Cookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// An editor signed in, and the gestures of the forms of texts.
abstract class EditingTest extends SiteTest {
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"(\\d+)\"");

    Cookie editor;

    @BeforeEach
    void begin() throws Exception {
        editor = people.withRoles("redaction@equipe.test", "Équipe de Courant", "editor");
    }

    String base(String address) throws Exception {
        Matcher base = BASE.matcher(people.page(address, editor));
        assertThat(base.find()).isTrue();
        return base.group(1);
    }

    ResultActions save(String address, String base, String title, String body) throws Exception {
        return site.perform(page(address, base, title, body));
    }

    /// The button that publishes, in the form of a page.
    ResultActions publish(String address, String title, String body) throws Exception {
        return site.perform(page(address + "/publication", base(address), title, body));
    }

    MockHttpServletRequestBuilder page(String to, String base, String title, String body) {
        return post(to).cookie(editor)
                .param("base", base)
                .param("champ-titre", title)
                .param("champ-resume", "Un résumé.")
                .param("champ-mise-a-jour", "2026-11-25")
                .param("texte", body);
    }

    MockHttpServletRequestBuilder news(String to, String base, String title, String workstreams) {
        return post(to).cookie(editor)
                .param("base", base)
                .param("champ-date", "2026-11-20")
                .param("champ-titre", title)
                .param("champ-resume", "Un résumé.")
                .param("champ-chantiers", workstreams)
                .param("champ-source-titre", "Un rapport")
                .param("champ-source-organisme", "Un organisme")
                .param("texte", "Le texte de la nouvelle.");
    }

    static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    String read(String address) throws Exception {
        return site.perform(get(address)).andReturn().getResponse().getContentAsString();
    }
}
