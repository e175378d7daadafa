package courant.platform.planning.internal;

import java.io.Serial;
import java.time.Duration;

/// Too many plans wait already: answered by the page 503 with the time after which to come back.
class CrowdedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Duration comeBackAfter;

    CrowdedException(Duration comeBackAfter) {
        super("Too many plans wait; a place should be free in %d s.".formatted(comeBackAfter.toSeconds()));
        this.comeBackAfter = comeBackAfter;
    }

    Duration comeBackAfter() {
        return comeBackAfter;
    }
}
