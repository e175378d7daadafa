package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All accounts, as the administration of this instance sees them, ends their sessions and closes them.
@Component
public class AccountRegister {
    private static final String BETWEEN_POSTS = "\u001e";
    private static final String BETWEEN_PARTS = "\u001f";

    private final JdbcClient database;
    private final AuditTrail audit;

    AccountRegister(JdbcClient database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /// @param signedIn last time, null for never since this is noted
    /// @param sessions how many are open
    /// @param closed since when, null while it is open
    public record Listed(
            long id,
            String name,
            String email,
            List<Post> posts,
            @Nullable Instant signedIn,
            long sessions,
            @Nullable Instant closed) {}

    public record Post(String organisation, Role role) {}

    @Transactional(readOnly = true)
    public List<Listed> all() {
        return database.sql("select * from listed_accounts()")
                .query((row, index) -> new Listed(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        posts(row.getString("posts")),
                        moment(row, "signed_in_at"),
                        row.getLong("sessions"),
                        moment(row, "closed_at")))
                .list();
    }

    private static List<Post> posts(@Nullable String posts) {
        return posts == null
                ? List.of()
                : Arrays.stream(posts.split(BETWEEN_POSTS))
                        .map(post -> post.split(BETWEEN_PARTS))
                        .map(parts -> new Post(parts[0], Role.of(parts[1]).orElseThrow()))
                        .toList();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    @Transactional
    public void endSessions(Person by, long account) {
        long ended = database.sql("select end_sessions_of(:account)")
                .param("account", account)
                .query(Long.class)
                .single();
        if (ended > 0) {
            audit.record(by.actor(), "account.sessions-ended", "compte/" + account);
        }
    }

    /// Closes an account: it opens no session any more, and acts for nobody. One's own stays open.
    @Transactional
    public void close(Person by, long account) {
        database.sql("select * from close_account(:account)")
                .param("account", account)
                .query(Long.class)
                .list()
                .forEach(organisation -> audit.record(
                        by.actor(),
                        "account.closed",
                        (organisation == 0 ? "" : "organisation/" + organisation + " ") + "compte/" + account));
    }
}
