import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Fifty readers at once on thirty pages of a running site: `java benchmarks/Readers.java [ADDRESS] [SECONDS]`.
///
/// Each reader asks for one page after another without a pause, beginning at another page than the others. A page that is
/// not 200, or does not hold its closing `</html>`, is an error. Times are from the request to the last byte. The first
/// quarter of the time warms up and is not counted.
public class Readers {
    private static final int READERS = 50;
    private static final List<String> PAGES = List.of(
            "/", "/plateforme", "/declaration", "/s-engager", "/s-engager?municipalite=66023", "/chantiers",
            "/chantiers/mobilite", "/chantiers/energies", "/ressources", "/ressources?genre=outil&taille=petite",
            "/municipalites", "/municipalites?region=16&etat=toutes", "/municipalites?q=saint", "/municipalites/66023-montreal",
            "/aide-financiere", "/aide-financiere?etat=closed", "/aide-financiere/roulez-vert-vehicule",
            "/aide-financiere/alerte", "/actualites", "/actualites/2021/partenariat-umq-propulsion-quebec", "/videos",
            "/vehicules", "/comprendre", "/recherche?q=deneigment", "/recherche?q=borne", "/analyser", "/infolettre",
            "/nous-joindre", "/connexion", "/a-propos");

    public static void main(String[] arguments) throws Exception {
        String site = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        long start = System.nanoTime();
        long counted = start + Duration.ofSeconds(seconds / 4).toNanos();
        long end = start + Duration.ofSeconds(seconds + seconds / 4).toNanos();
        AtomicInteger errors = new AtomicInteger();
        List<List<Long>> times = new ArrayList<>();
        List<Thread> readers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int r = 0; r < READERS; r++) {
                int first = r;
                List<Long> own = new ArrayList<>();
                times.add(own);
                readers.add(Thread.ofVirtual().start(() -> read(client, site, first, counted, end, own, errors)));
            }
            for (Thread reader : readers) {
                reader.join();
            }
        }
        long[] sorted = times.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d pages, %d errors, %.0f pages/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                sorted.length, errors.get(), sorted.length / (double) seconds, at(sorted, 0.5), at(sorted, 0.95),
                at(sorted, 0.99), at(sorted, 1));
    }

    private static void read(
            HttpClient client, String site, int first, long counted, long end, List<Long> times, AtomicInteger errors) {
        for (int i = first; System.nanoTime() < end; i++) {
            long before = System.nanoTime();
            String page = PAGES.get(i % PAGES.size());
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(site + page)).timeout(Duration.ofSeconds(20)).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
                    errors.incrementAndGet();
                    System.err.println(page + " answers " + answer.statusCode());
                }
            } catch (Exception failed) {
                errors.incrementAndGet();
                System.err.println(page + ": " + failed);
            }
            if (before >= counted) {
                times.add(System.nanoTime() - before);
            }
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
    }
}
