package courant.platform.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import courant.platform.links.LinkState.Outcome;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is kept of the links outside, and what an editor sees of it. This instance asks nobody: it was not told to.
class LinkCheckTest extends SiteTest {
    private static final String SOURCE = "https://propulsionquebec.com/programmes/recharge-plus/";

    @Autowired
    private LinkLedger ledger;

    @Autowired
    private LinkCheck check;

    private Cookie editor;

    @BeforeEach
    void begin() throws Exception {
        editor = people.withRoles("liens@equipe.test", "Équipe de Courant", "editor");
        people.run("delete from courant.link_check");
    }

    @Test
    void sourcesOfProgrammesAndLinksOfTextsAreAmongThem() {
        assertThat(check.links())
                .extracting(LinkSource.Outgoing::address)
                .contains(SOURCE)
                .allMatch(address -> address.startsWith("http"));
        assertThat(check.links()).anyMatch(link -> link.editing().startsWith("/admin/textes/"));
    }

    @Test
    void theDayALinkBrokeStaysUntilItAnswersAgain() throws Exception {
        ledger.note(SOURCE, new LinkProbe.Answer(Outcome.BROKEN, 404, ""));
        people.run("update courant.link_check set broken_since = '2026-11-01T12:00:00Z'");
        ledger.note(SOURCE, new LinkProbe.Answer(Outcome.UNREACHABLE, null, ""));
        assertThat(people.text("select broken_since at time zone 'UTC' from courant.link_check"))
                .startsWith("2026-11-01 12:00");
        ledger.note(SOURCE, new LinkProbe.Answer(Outcome.ANSWERS, 200, ""));
        assertThat(people.text("select broken_since from courant.link_check")).isEqualTo("null");
    }

    @Test
    void anEditorReadsWhichLinksNeedCareAndWhereToCorrectThem() throws Exception {
        ledger.note(SOURCE, new LinkProbe.Answer(Outcome.BROKEN, 404, ""));
        assertThat(people.page("/admin/liens", editor))
                .contains(SOURCE)
                .contains("/admin/programmes/recharge-plus")
                .contains("Brisé depuis")
                .contains("courant.links.enabled");
        assertThat(people.page("/aide-financiere/recharge-plus", editor))
                .contains("Dernière vérification")
                .contains("la page n’y est plus");
    }

    @Test
    void anInstanceThatWasNotToldToAsksNobody() throws Exception {
        site.perform(post("/admin/liens/verification").cookie(editor)).andExpect(status().isSeeOther());
        check.checkDue();
        assertThat(check.isRunning()).isFalse();
        assertThat(people.text("select count(*) from courant.link_check")).isEqualTo("0");
    }

    @Test
    void onlyAnEditorMayWantThemAsked() throws Exception {
        Cookie clerk = people.withRoles("greffe.liens@ville.test", "Val-des-Érables", "clerk");
        site.perform(post("/admin/liens/verification").cookie(clerk)).andExpect(status().isForbidden());
    }

    @Test
    void nobodyButTheTaskWritesWhatAnAddressAnswered() throws Exception {
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(refused(intruder)).isTrue();
        }
    }

    private static boolean refused(AsApplication intruder) {
        try {
            intruder.number("""
                    insert into link_check (address, outcome, checked_at) values ('https://a.test', 'answers', now())
                    returning 1
                    """);
            return false;
        } catch (SQLException denied) {
            return true;
        }
    }
}
