package courant.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The site itself, in a process of its own with an empty folder, on a free port of this machine.
final class Site implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("courant.root", "..")).toAbsolutePath();
    private static final Path TARGET = ROOT.resolve("e2e").resolve("target");
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Path home;
    private final URI address;
    private final HttpClient client;

    private Site(Process process, Path home, URI address) {
        this.process = process;
        this.home = home;
        this.address = address;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    static Site start() {
        try {
            Files.createDirectories(TARGET);
            int port = freePort();
            Path home = Files.createTempDirectory(TARGET, "site-");
            Process process = new ProcessBuilder(command(port, home))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            Site site = new Site(process, home, URI.create("http://localhost:" + port));
            site.waitUntilItAnswers();
            return site;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static List<String> command(int port, Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "-Dcourant.root=" + ROOT,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "courant.platform.Platform",
                "--server.port=" + port,
                "--courant.home=" + home,
                "--courant.demonstration=true");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path log() {
        return TARGET.resolve("site.log");
    }

    private void waitUntilItAnswers() {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (Instant.now().isBefore(latest) && process.isAlive()) {
            try {
                get("/");
                return;
            } catch (UncheckedIOException notYet) {
                pause();
            }
        }
        close();
        throw new IllegalStateException("The site did not start; what it said is in " + log() + ".");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the site was starting.", interrupted);
        }
    }

    URI at(String path) {
        return address.resolve(path);
    }

    /// Whether an absolute address is one of this site.
    boolean owns(URI other) {
        return address.getScheme().equals(other.getScheme())
                && address.getRawAuthority().equals(other.getRawAuthority());
    }

    /// The answer to a GET, after redirects.
    HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .timeout(LONGEST_ANSWER)
                .header("Accept", "text/html,*/*;q=0.5")
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + path + ".", interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        client.close();
        remove(home);
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}
