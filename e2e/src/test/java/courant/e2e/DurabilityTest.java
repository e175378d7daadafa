package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was confirmed to a person survives `kill -9` of the server or of the database, during an import and a save.
class DurabilityTest {
    private static final int KILLS = 20;
    private static final Duration BUSY = Duration.ofMillis(1200);

    @TempDir
    private Path home;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void nothingConfirmedIsLostAndNothingIsHalfThere() throws Exception {
        List<String> kept = new ArrayList<>();
        // The database is killed first, and the server that lived through it next.
        for (int kill = 0; kill < KILLS; kill += 2) {
            Process server = start();
            URI site = address(server);
            for (String link : kept) {
                assertEquals(200, get(site, link).statusCode(), link + " was confirmed before kill " + kill);
            }
            kept.addAll(saveUntilKilled(server, site, false));
            assertEquals(List.of(), lost(site, kept), "after the database came back");
            kept.addAll(saveUntilKilled(server, site, true));
        }
        Process audit = new ProcessBuilder(
                        Site.ROOT.resolve("courant").toString(), "audit", "verify", "--json", "--home", home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String verdict = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, audit.waitFor(), verdict);
        assertTrue(kept.size() >= KILLS, "saves confirmed: " + kept.size());
        System.out.println(KILLS + " kills, " + kept.size() + " confirmed saves, all found again; " + verdict.strip());
    }

    private Process start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        return new ProcessBuilder(
                        Site.ROOT.resolve("courant").toString(),
                        "demo",
                        "--port",
                        String.valueOf(port),
                        "--home",
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI address(Process server) throws IOException {
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        assertTrue(line != null && line.startsWith("prêt "), "started after a kill: " + line);
        return URI.create(line.substring("prêt ".length()));
    }

    /// Imports and saves in one thread after another until the server or the database is killed.
    ///
    /// @return the private links that were confirmed
    private List<String> saveUntilKilled(Process server, URI site, boolean killServer) throws Exception {
        List<String> confirmed = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread saver = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                save(site).ifPresent(confirmed::add);
            }
        });
        Thread.sleep(BUSY);
        if (killServer) {
            server.destroyForcibly().waitFor();
        } else {
            long postmaster = Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            Thread.sleep(BUSY);
        }
        over.set(true);
        saver.join();
        return confirmed;
    }

    /// One visit: a file in, its town, a private link out; empty when the visit was cut off.
    private Optional<String> save(URI site) {
        try {
            Optional<String> analysis = post(site, "/analyser/exemple", "");
            if (analysis.isEmpty()) {
                return Optional.empty();
            }
            post(site, analysis.get() + "/plan", "municipalite=" + URLEncoder.encode("99901", StandardCharsets.UTF_8));
            return post(site, analysis.get() + "/lien", "question=");
        } catch (IOException cutOff) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> post(URI site, String path, String form) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(site.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 303
                ? answer.headers()
                        .firstValue("Location")
                        .map(location -> URI.create(location).getPath())
                : Optional.empty();
    }

    private HttpResponse<Void> get(URI site, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(site.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /// The database is started again within seconds; until then a page says that it cannot answer.
    private List<String> lost(URI site, List<String> links) throws Exception {
        List<String> lost = links;
        for (int attempt = 0; attempt < 20 && !lost.isEmpty(); attempt++) {
            Thread.sleep(500);
            List<String> still = new ArrayList<>();
            for (String link : lost) {
                if (get(site, link).statusCode() != 200) {
                    still.add(link);
                }
            }
            lost = still;
        }
        return lost;
    }
}
