package courant.platform.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import courant.platform.links.LinkState.Outcome;
import jakarta.servlet.http.Cookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

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
    void aRunAsksEachAddressOnceKeepsItsAnswerAndWritesTheRunDown() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            exchange.sendResponseHeaders(path.equals("/la") ? 200 : 404, -1);
            exchange.close();
        });
        server.start();
        try {
            String at = "http://localhost:" + server.getAddress().getPort();
            LinkCheck local = checkOf(List.of(
                    new LinkSource.Outgoing(at + "/la", "Texte", "/admin/textes"),
                    new LinkSource.Outgoing(at + "/la", "Autre texte", "/admin/textes"),
                    new LinkSource.Outgoing(at + "/absente", "Texte", "/admin/textes")));
            local.begin("compte/1");
            while (local.isRunning()) {
                Thread.sleep(20);
            }
            assertThat(asked).containsExactly("/la", "/absente", "/absente");
            assertThat(ledger.states())
                    .extractingByKey(at + "/la")
                    .extracting(LinkState::outcome)
                    .isEqualTo(Outcome.ANSWERS);
            assertThat(local.needingCare())
                    .singleElement()
                    .extracting(seen -> seen.state().address())
                    .isEqualTo(at + "/absente");
            assertThat(people.text("select count(*) from courant.audit_event where action = 'links.checked'"
                            + " and actor = 'compte/1' and subject = 'liens/2 brises/1'"))
                    .isEqualTo("1");
            local.checkDue();
            assertThat(asked).as("a week has not passed").hasSize(3);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theScheduledRunDoesNotKeepOtherTasksWaiting() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try {
                release.await(2, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            LinkCheck local = checkOf(List.of(new LinkSource.Outgoing(
                    "http://localhost:" + server.getAddress().getPort() + "/", "Texte", "/admin/textes")));
            local.checkDue();
            assertThat(local.isRunning()).isTrue();
            release.countDown();
            end(local);
        } finally {
            server.stop(0);
        }
    }

    private static void end(LinkCheck local) throws InterruptedException {
        while (local.isRunning()) {
            Thread.sleep(20);
        }
    }

    /// The database takes no address of another scheme.
    @Test
    void anAnswerThatCannotBeKeptDoesNotEndTheRunAndWhatNothingLeadsToIsDropped() throws Exception {
        ledger.note("https://parti.exemple.test/", new LinkProbe.Answer(Outcome.BROKEN, 404, ""));
        LinkCheck local = checkOf(List.of(
                new LinkSource.Outgoing("ftp://a.exemple.test/", "Texte", "/admin/textes"),
                new LinkSource.Outgoing("http://quelquun@b.exemple.test/", "Texte", "/admin/textes")));
        local.begin("compte/2");
        end(local);
        assertThat(ledger.states()).containsOnlyKeys("http://quelquun@b.exemple.test/");
        assertThat(people.text("select subject from courant.audit_event where action = 'links.checked'"
                        + " and actor = 'compte/2'"))
                .isEqualTo("liens/2 brises/1");
    }

    @Test
    void whatWasAskedLongestAgoIsAskedFirst() throws Exception {
        String recent = "http://quelquun@recent.exemple.test/";
        String old = "http://quelquun@ancien.exemple.test/";
        ledger.note(recent, new LinkProbe.Answer(Outcome.ANSWERS, 200, ""));
        ledger.note(old, new LinkProbe.Answer(Outcome.ANSWERS, 200, ""));
        people.run("update courant.link_check set checked_at = '2026-01-01T12:00:00Z' where address = '" + old + "'");
        LinkCheck local = checkOf(
                1,
                List.of(
                        new LinkSource.Outgoing(recent, "Texte", "/admin/textes"),
                        new LinkSource.Outgoing(old, "Texte", "/admin/textes")));
        local.begin("compte/3");
        end(local);
        assertThat(ledger.states())
                .hasEntrySatisfying(old, state -> assertThat(state.outcome()).isEqualTo(Outcome.REFUSED));
        assertThat(ledger.states())
                .hasEntrySatisfying(recent, state -> assertThat(state.outcome()).isEqualTo(Outcome.ANSWERS));
    }

    private LinkCheck checkOf(List<LinkSource.Outgoing> links) {
        return checkOf(500, links);
    }

    private LinkCheck checkOf(int most, List<LinkSource.Outgoing> links) {
        StaticListableBeanFactory sources = new StaticListableBeanFactory();
        sources.addBean("texts", (LinkSource) () -> links);
        LinkSettings settings =
                new LinkSettings(true, true, Duration.ofSeconds(2), Duration.ofMillis(5), most, Duration.ofDays(6));
        return new LinkCheck(
                sources.getBeanProvider(LinkSource.class), ledger, settings, Clock.systemUTC(), "http://exemple.test");
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
