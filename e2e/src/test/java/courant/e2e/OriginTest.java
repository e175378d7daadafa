package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// Where a request comes from, behind a reverse proxy that adds the address it saw to those it was told.
@OnSite
class OriginTest {
    private static final int MOST_AN_HOUR = 40;

    @Test
    void anInventedAddressBeforeTheOneTheProxySawOpensNoSecondLimit(Site site) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < MOST_AN_HOUR; i++) {
                assertEquals(200, asked(client, site, "203.0.113.5"));
            }
            assertEquals(429, asked(client, site, "203.0.113.5"));
            assertEquals(429, asked(client, site, "198.51.100.9, 203.0.113.5"));
            assertEquals(200, asked(client, site, "198.51.100.9"));
        }
    }

    private static int asked(HttpClient client, Site site, String forwardedFor)
            throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(site.at("/connexion/cle/question"))
                .header("X-Forwarded-For", forwardedFor)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
