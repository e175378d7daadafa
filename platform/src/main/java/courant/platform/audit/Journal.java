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

    /// @param actor name of the person, or `courant`, or `visiteur`
    /// @param about what it was done to: names of people and organisations, `kind/number` for the rest
    public record Event(Instant at, String actor, String action, List<String> about) {
        /// Whether a part of what it was done to may be a role.
        public boolean namesRole() {
            return action.startsWith("invitation.") || action.startsWith("membership.");
        }
    }

    /// Newest first, those of one organisation.
    @Transactional(readOnly = true)
    public List<Event> of(long organisation, int most) {
        return database.sql("select * from organisation_journal(:organisation, :most)")
                .param("organisation", organisation)
                .param("most", most)
                .query((row, index) -> event(row))
                .list();
    }

    /// Newest first, all of them.
    @Transactional(readOnly = true)
    public List<Event> whole(int most) {
        return database.sql("select * from whole_journal(:most)")
                .param("most", most)
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
