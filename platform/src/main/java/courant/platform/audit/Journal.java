package courant.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the trail tells to who may read it; the database decides who may.
@Component
public class Journal {
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient database;

    Journal(JdbcClient database) {
        this.database = database;
    }

    /// @param actor name and address of the person, or `courant`, or `visiteur`
    /// @param about what it was done to: names of people and organisations, `kind/number` for the rest
    public record Event(Instant at, String actor, String action, List<String> about) {
        /// Whether a part of what it was done to may be a role.
        public boolean namesRole() {
            return action.startsWith("invitation.") || action.startsWith("membership.") || action.startsWith("claim.");
        }
    }

    /// A part of the journal.
    ///
    /// @param skipped how many newer events are left out
    public record Stretch(int most, int skipped) {
        /// @param page the first is 1
        public static Stretch page(int page, int most) {
            return new Stretch(most, (Math.clamp(page, 1, 10_000) - 1) * most);
        }
    }

    /// Newest first, those of one organisation.
    @Transactional(readOnly = true)
    public List<Event> of(long organisation, Stretch stretch) {
        return database.sql("select * from organisation_journal(:organisation, :most, :skipped)")
                .param("organisation", organisation)
                .param("most", stretch.most())
                .param("skipped", stretch.skipped())
                .query((row, index) -> event(row))
                .list();
    }

    /// Newest first, all of them.
    ///
    /// @param sessions whether those that only tell who opened or ended a session are among them
    @Transactional(readOnly = true)
    public List<Event> whole(boolean sessions, Stretch stretch) {
        return database.sql("select * from whole_journal(:sessions, :most, :skipped)")
                .param("sessions", sessions)
                .param("most", stretch.most())
                .param("skipped", stretch.skipped())
                .query((row, index) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                Arrays.stream(row.getString("subject").split(SEPARATOR))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
