package courant.platform.planning.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts what comes from one place, in memory, and says when it is more than is allowed in an hour. Hours begin with
/// the first count after the one before is over, for all places at once.
final class PerHour {
    private static final Duration HOUR = Duration.ofHours(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant begun = Instant.MIN;

    /// @param most allowed from one place in an hour
    PerHour(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /// Counts one more.
    ///
    /// @param place as [courant.platform.web.Requester#hash] gives it
    /// @return whether it is still allowed
    synchronized boolean allows(String place) {
        Instant now = clock.instant();
        if (begun.isBefore(now.minus(HOUR))) {
            begun = now;
            counts.clear();
        }
        return counts.merge(place, 1, Integer::sum) <= most;
    }
}
