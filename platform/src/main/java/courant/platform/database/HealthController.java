package courant.platform.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever watches the server: 200 when a page can be served and the database answers, else 503.
@RestController
class HealthController {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient database;

    HealthController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping(path = "/sante", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> health() {
        boolean answers = answers();
        return ResponseEntity.status(answers ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body("{\"database\":\"%s\"}".formatted(answers ? "up" : "down"));
    }

    /// Who watches does not wait: a database that is slow to answer is one that does not.
    private boolean answers() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("health").start(() -> answer.complete(isReached()));
        return answer.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean isReached() {
        try {
            return database.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException down) {
            return false;
        }
    }
}
