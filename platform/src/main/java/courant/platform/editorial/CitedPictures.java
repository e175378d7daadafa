package courant.platform.editorial;

import java.io.Serial;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The pictures of the media library that words cite by their address.
@Component
public class CitedPictures {
    private static final Pattern ADDRESS = Pattern.compile("/medias/(\\d{1,18})/");

    private final JdbcClient database;

    CitedPictures(JdbcClient database) {
        this.database = database;
    }

    /// Words cite a picture that the library does not have, or has no more.
    public static final class AbsentException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final long picture;

        AbsentException(long picture) {
            super("No picture has the number %d.".formatted(picture));
            this.picture = picture;
        }

        /// How its address begins.
        public String address() {
            return "/medias/" + picture;
        }
    }

    /// Their numbers, each once, in increasing order: whoever holds several holds them in the same order.
    public static List<Long> of(String words) {
        return ADDRESS.matcher(words)
                .results()
                .map((MatchResult address) -> Long.valueOf(address.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /// Keeps the pictures that words cite from being taken away until the transaction ends, that in which the words
    /// are kept.
    ///
    /// @throws AbsentException when the library does not have one of them
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String words) {
        for (long picture : of(words)) {
            if (!isHeld(picture)) {
                throw new AbsentException(picture);
            }
        }
    }

    private boolean isHeld(long picture) {
        return database.sql("select id from media where id = :id for key share")
                .param("id", picture)
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
