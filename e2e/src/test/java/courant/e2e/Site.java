package courant.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The site itself, started as a person starts it, with an empty folder, on a free port of this machine.
final class Site implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("courant.root", "..")).toAbsolutePath();
    private static final Path TARGET = ROOT.resolve("e2e").resolve("target");
    private static final Path LOG = TARGET.resolve("site.log");
    private static final String READY = "prêt ";
    // After a change it builds the product first.
    private static final Duration LONGEST_START = Duration.ofMinutes(8);
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
            Path home = Files.createTempDirectory(TARGET, "site-");
            Process process = new ProcessBuilder(
                            ROOT.resolve("courant").toString(),
                            "demo",
                            "--port",
                            String.valueOf(freePort()),
                            "--home",
                            home.toString())
                    .redirectError(LOG.toFile())
                    .start();
            return new Site(process, home, addressOnceReady(process, home));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The one line it says on its standard output, `prêt http://localhost:8080`.
    private static URI addressOnceReady(Process process, Path home) {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        try {
            String line = CompletableFuture.supplyAsync(() -> firstLine(output))
                    .orTimeout(LONGEST_START.toSeconds(), TimeUnit.SECONDS)
                    .join();
            return URI.create(line.substring(READY.length()));
        } catch (CompletionException | StringIndexOutOfBoundsException silent) {
            process.destroy();
            throw new IllegalStateException(
                    "The site did not start; what it said is in %s and under %s.".formatted(LOG, home), silent);
        }
    }

    private static String firstLine(BufferedReader output) {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
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
