package courant.platform.links;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an address answered the last time it was asked.
///
/// @param outcome what became of it
/// @param status HTTP status, null when there was no answer
/// @param movedTo where it has moved for good, empty when it has not
/// @param checkedAt when it was asked
/// @param brokenSince when it was first found broken, null when it is not
public record LinkState(
        String address,
        Outcome outcome,
        @Nullable Integer status,
        String movedTo,
        Instant checkedAt,
        @Nullable Instant brokenSince) {
    public enum Outcome {
        /// The page is there.
        ANSWERS,
        /// The page is there, at another address for good.
        MOVED,
        /// The server says that the page is not there, or fails.
        BROKEN,
        /// The server answers, and does not let a program read the page: a person has to look.
        GUARDED,
        /// No server answered in time.
        UNREACHABLE,
        /// The address leads inside a private network: it is not asked.
        REFUSED;

        /// As the database and the message bundle write it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        public boolean isBroken() {
            return this == BROKEN || this == UNREACHABLE || this == REFUSED;
        }
    }

    public boolean isBroken() {
        return outcome.isBroken();
    }
}
