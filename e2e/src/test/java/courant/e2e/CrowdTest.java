package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Fifty people come at once to a site that was just started: nothing is loaded yet, and each is answered.
class CrowdTest {
    private static final int READERS = 50;
    private static final List<String> PAGES = List.of(
            "/",
            "/declaration",
            "/s-engager",
            "/chantiers/mobilite",
            "/ressources",
            "/municipalites",
            "/municipalites/66023-montreal",
            "/aide-financiere",
            "/aide-financiere/roulez-vert-vehicule",
            "/actualites",
            "/vehicules",
            "/recherche?q=deneigment",
            "/analyser",
            "/nous-joindre",
            "/connexion");

    @Test
    void eachOfThemReadsEveryPage() throws InterruptedException {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (Site site = Site.start()) {
            CountDownLatch doors = new CountDownLatch(1);
            List<Thread> readers = new ArrayList<>();
            for (int r = 0; r < READERS; r++) {
                int first = r;
                readers.add(Thread.ofPlatform().start(() -> {
                    enter(doors);
                    for (int p = 0; p < PAGES.size(); p++) {
                        read(site, PAGES.get((first + p) % PAGES.size()), failures);
                    }
                }));
            }
            doors.countDown();
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertEquals(List.of(), List.copyOf(failures));
    }

    private static void enter(CountDownLatch doors) {
        try {
            doors.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(Site site, String page, Queue<String> failures) {
        try {
            HttpResponse<String> answer = site.get(page);
            if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
                failures.add(page + ": " + answer.statusCode());
            }
        } catch (UncheckedIOException unanswered) {
            failures.add(page + ": " + unanswered.getCause());
        }
    }
}
