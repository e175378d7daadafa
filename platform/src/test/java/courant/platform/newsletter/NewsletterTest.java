package courant.platform.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.database.AsApplication;
import courant.platform.mail.Bounced;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = "courant.demonstration=true")
@AutoConfigureMockMvc
class NewsletterTest {
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/infolettre/\\S+)");

    @Autowired
    private MockMvc site;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DatabaseAccess owner;

    @Autowired
    private ApplicationEventPublisher events;

    private void ask(String email) throws Exception {
        site.perform(post("/infolettre").param("courriel", email).param("accord", "true"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/infolettre/demande"));
    }

    private List<String> links(String email) {
        Letter letter = outbox.newest(20).stream()
                .filter(l -> l.recipient().equals(email))
                .findFirst()
                .orElseThrow();
        Matcher matcher = LINK.matcher(letter.body());
        return matcher.results().map(m -> m.group(1)).toList();
    }

    private String state(String email) throws SQLException {
        try (Connection connection = owner.open();
                ResultSet row = connection.createStatement().executeQuery("""
                        select case when withdrawn_at is not null then 'left'
                          when confirmed_at is not null then 'confirmed' else 'asked' end
                        from courant.newsletter_consent where email = '%s'
                        """.formatted(email))) {
            return row.next() ? row.getString(1) : "none";
        }
    }

    @Test
    void whoAskedTwiceLeavesOnce() throws Exception {
        ask("deux.fois@exemple.test");
        String first = links("deux.fois@exemple.test").getFirst();
        ask("deux.fois@exemple.test");
        List<String> second = links("deux.fois@exemple.test");
        site.perform(post(first)).andExpect(status().isOk());
        site.perform(post(second.getFirst())).andExpect(status().isOk());
        site.perform(post(second.getLast())).andExpect(status().isOk());
        assertThat(running("deux.fois@exemple.test")).isZero();
    }

    @Test
    void anAddressThatOnceTookNoLettersMayAskAgain() throws Exception {
        ask("reparee@exemple.test");
        site.perform(post(links("reparee@exemple.test").getFirst())).andExpect(status().isOk());
        events.publishEvent(new Bounced("reparee@exemple.test"));
        assertThat(running("reparee@exemple.test")).isZero();
        ask("reparee@exemple.test");
        site.perform(post(links("reparee@exemple.test").getFirst())).andExpect(status().isOk());
        assertThat(running("reparee@exemple.test")).isEqualTo(1);
    }

    /// Consents to write to an address.
    private long running(String email) throws SQLException {
        try (Connection connection = owner.open();
                ResultSet row = connection.createStatement().executeQuery("""
                        select count(*) from courant.newsletter_consent where email = '%s'
                          and confirmed_at is not null and withdrawn_at is null and bounced_at is null
                        """.formatted(email))) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void asksConfirmsAndLeaves() throws Exception {
        ask("Greffe@exemple.test");
        List<String> links = links("Greffe@exemple.test");
        assertThat(links).hasSize(2);
        assertThat(state("greffe@exemple.test")).isEqualTo("asked");
        site.perform(post(links.getFirst())).andExpect(status().isOk());
        assertThat(state("greffe@exemple.test")).isEqualTo("confirmed");
        site.perform(post(links.getLast()).param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isOk());
        assertThat(state("greffe@exemple.test")).isEqualTo("left");
    }

    @Test
    void aMailScannerThatOpensEveryLinkChangesNothing() throws Exception {
        ask("scanner@exemple.test");
        for (String link : links("scanner@exemple.test")) {
            site.perform(get(link))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("<form")));
        }
        assertThat(state("scanner@exemple.test")).isEqualTo("asked");
    }

    @Test
    void theBoxIsNeverTickedForThePerson() throws Exception {
        site.perform(post("/infolettre").param("courriel", "sans@exemple.test"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("href=\"#accord\"")));
        assertThat(state("sans@exemple.test")).isEqualTo("none");
        site.perform(get("/infolettre")).andExpect(content().string(Matchers.not(Matchers.containsString("checked"))));
    }

    @Test
    void aWrongAddressIsSaidBesideItsFieldAndKept() throws Exception {
        for (String wrong : List.of("pas une adresse", "a@b", "a@b.test\r\nBcc: x@y.test", "<script>@x.test")) {
            site.perform(post("/infolettre").param("courriel", wrong).param("accord", "true"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(Matchers.containsString("id=\"courriel-erreur\"")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("<script>@"))));
        }
    }

    @Test
    void oneAddressReceivesThreeLettersADayAtMost() throws Exception {
        for (int i = 0; i < 6; i++) {
            ask("souvent@exemple.test");
        }
        assertThat(outbox.newest(100).stream().filter(l -> l.recipient().equals("souvent@exemple.test")))
                .hasSize(3);
    }

    @Test
    void theApplicationsOwnRoleSeesNoSubscriberWithoutALink() throws Exception {
        ask("prive@exemple.test");
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from newsletter_consent"))
                    .isZero();
            assertThat(intruder.number("select count(*) from mail")).isZero();
        }
    }

    @Test
    void anUnknownLinkIsSaidSo() throws Exception {
        for (String link : List.of("/infolettre/confirmation/x", "/infolettre/retrait/" + "A".repeat(43))) {
            site.perform(get(link))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(Matchers.not(Matchers.containsString("<form"))));
        }
    }
}
