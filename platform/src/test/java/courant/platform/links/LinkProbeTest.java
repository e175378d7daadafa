package courant.platform.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import courant.platform.links.LinkState.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an address is said to be, asked of a server of our own.
class LinkProbeTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private LinkProbe probe;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        probe = new LinkProbe(settings(true), "Courant, link check (+http://exemple.test)");
    }

    private static LinkSettings settings(boolean privateAddresses) {
        return new LinkSettings(true, privateAddresses, Duration.ofMillis(400), Duration.ZERO, 500, Duration.ofDays(6));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        switch (path) {
            case "/page" -> exchange.sendResponseHeaders(200, -1);
            case "/sans-head" ->
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 405 : 200, -1);
            case "/demenage" -> redirect(exchange, 301, "/page");
            case "/ailleurs" -> redirect(exchange, 302, "/page");
            case "/en-rond" -> redirect(exchange, 302, "/en-rond");
            case "/vers-le-neant" -> redirect(exchange, 301, "/absente");
            case "/gardee" -> exchange.sendResponseHeaders(403, -1);
            case "/lente" -> {
                sleep();
                exchange.sendResponseHeaders(200, -1);
            }
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void sleep() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private LinkProbe.Answer ask(String path) throws InterruptedException {
        return probe.ask(at(path));
    }

    @Test
    void aPageThatIsThereIsAskedOnceAndNotRead() throws Exception {
        assertThat(ask("/page")).isEqualTo(new LinkProbe.Answer(Outcome.ANSWERS, 200, ""));
        assertThat(asked).containsExactly("HEAD /page");
    }

    @Test
    void aServerThatRefusesHeadIsAskedByGet() throws Exception {
        assertThat(ask("/sans-head").outcome()).isEqualTo(Outcome.ANSWERS);
        assertThat(asked).containsExactly("HEAD /sans-head", "GET /sans-head");
    }

    @Test
    void aPageThatIsMissingIsBroken() throws Exception {
        assertThat(ask("/absente")).isEqualTo(new LinkProbe.Answer(Outcome.BROKEN, 404, ""));
    }

    @Test
    void onlyAMoveForGoodIsToldAsAMove() throws Exception {
        assertThat(ask("/demenage")).isEqualTo(new LinkProbe.Answer(Outcome.MOVED, 200, at("/page")));
        assertThat(ask("/ailleurs")).isEqualTo(new LinkProbe.Answer(Outcome.ANSWERS, 200, ""));
    }

    @Test
    void aMoveToAMissingPageAndAnEndlessOneAreBroken() throws Exception {
        assertThat(ask("/vers-le-neant").outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(ask("/en-rond").outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(asked).hasSizeLessThan(12);
    }

    @Test
    void aPageThatOnlyPeopleMayOpenIsNotCalledBroken() throws Exception {
        assertThat(ask("/gardee")).isEqualTo(new LinkProbe.Answer(Outcome.GUARDED, 403, ""));
    }

    @Test
    void aServerThatIsSlowOrAwayIsUnreachable() throws Exception {
        assertThat(ask("/lente").outcome()).isEqualTo(Outcome.UNREACHABLE);
        int free;
        try (ServerSocket closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }
        assertThat(probe.ask("http://localhost:" + free + "/").outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[2002:7f00:1::]/",
                "http://quelquun:secret@127.0.0.1/",
                "ftp://exemple.test/",
                "file:///etc/passwd"
            })
    void noAddressOfOurOwnNetworkIsAsked(String address) throws Exception {
        LinkProbe guarded = new LinkProbe(settings(false), "Courant");
        assertThat(guarded.ask(address).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void addressesOfThePublicInternetMayBeAsked() throws Exception {
        assertThat(LinkProbe.isPublic(InetAddress.getByName("93.184.215.14"))).isTrue();
        assertThat(LinkProbe.isPublic(InetAddress.getByName("2606:2800:21f:cb07:6820:80da:af6b:8b2c")))
                .isTrue();
    }

    @Test
    void aPortOfOurOwnMachineIsNotAskedEither() throws Exception {
        LinkProbe guarded = new LinkProbe(settings(false), "Courant");
        assertThat(guarded.ask(at("/page")).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(asked).isEmpty();
    }

    private final List<String> sent = new CopyOnWriteArrayList<>();

    /// Where every name is a public one but `interne`, and what was sent is written down.
    private LinkProbe guarded(LinkProbe.Wire wire) {
        return new LinkProbe(
                settings(false),
                host -> new InetAddress[] {
                    InetAddress.getByName(host.startsWith("interne") ? "10.0.0.7" : "93.184.215.14")
                },
                (at, method) -> {
                    sent.add(method + " " + at);
                    return wire.send(at, method);
                });
    }

    private static LinkProbe.Reply found() {
        return new LinkProbe.Reply(200, Optional.empty());
    }

    @Test
    void aRedirectIntoOurNetworkIsNotFollowed() throws Exception {
        LinkProbe probe =
                guarded((at, method) -> new LinkProbe.Reply(302, Optional.of("http://interne.exemple.test/secret")));
        assertThat(probe.ask("http://public.exemple.test/").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(sent).containsExactly("HEAD http://public.exemple.test/");
    }

    @Test
    void aNameThatTurnsInwardBetweenHeadAndGetIsAskedNoMore() throws Exception {
        List<String> answers = new CopyOnWriteArrayList<>(List.of("93.184.215.14", "127.0.0.1"));
        LinkProbe probe = new LinkProbe(
                settings(false),
                host -> new InetAddress[] {InetAddress.getByName(answers.removeFirst())},
                (at, method) -> {
                    sent.add(method);
                    return new LinkProbe.Reply(405, Optional.empty());
                });
        assertThat(probe.ask("http://tourne.exemple.test/").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(sent).containsExactly("HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://quelquun:secret@public.exemple.test/",
                "http://public.exemple.test:8080/",
                "https://public.exemple.test:22/"
            })
    void aPublicServerIsAskedNeitherAsSomebodyNorAtAnotherPort(String address) throws Exception {
        assertThat(guarded((at, method) -> found()).ask(address).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(sent).isEmpty();
    }

    @Test
    void accentsAndSpacesAreSentAsABrowserSendsThem() throws Exception {
        assertThat(guarded((at, method) -> found())
                        .ask("https://ville.exemple.test/été/a b")
                        .outcome())
                .isEqualTo(Outcome.ANSWERS);
        assertThat(sent).containsExactly("HEAD https://ville.exemple.test/%C3%A9t%C3%A9/a%20b");
    }

    @Test
    void aMoveNobodyCanReadIsForAPersonToLookAt() throws Exception {
        LinkProbe probe = guarded((at, method) -> new LinkProbe.Reply(301, Optional.of("http://[")));
        assertThat(probe.ask("http://public.exemple.test/")).isEqualTo(new LinkProbe.Answer(Outcome.GUARDED, 301, ""));
    }

    @Test
    void twoRequestsToOneServerArePacedEvenForOneAddress() throws Exception {
        LinkSettings paced =
                new LinkSettings(true, false, Duration.ofSeconds(1), Duration.ofMillis(300), 500, Duration.ofDays(6));
        LinkProbe probe = new LinkProbe(
                paced,
                host -> new InetAddress[] {InetAddress.getByName("93.184.215.14")},
                (at, method) -> new LinkProbe.Reply(404, Optional.empty()));
        long start = System.nanoTime();
        probe.ask("http://public.exemple.test/");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(280));
    }
}
