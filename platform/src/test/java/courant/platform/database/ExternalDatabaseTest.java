package courant.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import courant.platform.Platform;
import courant.postgres.DatabaseAccess;
import courant.postgres.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ExternalDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void aServerNamedByItsUrlIsUsedAndLeftRunning() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("other"))) {
            DatabaseAccess access = server.owner();
            String url = access.jdbcUrl() + "?user=" + access.user() + "&password=" + access.password();
            Path home = folder.resolve("home");
            try (ConfigurableApplicationContext application = SpringApplication.run(
                    Platform.class, "--courant.database-url=" + url, "--courant.home=" + home, "--server.port=0")) {
                String port = application.getEnvironment().getProperty("local.server.port");
                HttpResponse<String> health = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sante"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(health.statusCode()).isEqualTo(200);
            }
            assertThat(server.isRunning()).isTrue();
            assertThat(Files.exists(home.resolve("postgres"))).isFalse();
        }
    }
}
