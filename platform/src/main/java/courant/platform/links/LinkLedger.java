package courant.platform.links;

import courant.platform.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What each address outside the site answered, kept.
@Component
public class LinkLedger {
    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    LinkLedger(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// Of every address that was asked, by address.
    @Transactional(readOnly = true)
    public Map<String, LinkState> states() {
        Map<String, LinkState> states = new HashMap<>();
        database.sql("select * from link_check").query((ResultSet row) -> {
            LinkState state = state(row);
            states.put(state.address(), state);
        });
        return states;
    }

    /// Of those among these addresses that were asked, by address.
    @Transactional(readOnly = true)
    public Map<String, LinkState> states(List<String> addresses) {
        Map<String, LinkState> states = new HashMap<>();
        for (String address : addresses) {
            database.sql("select * from link_check where address = :address")
                    .param("address", address)
                    .query((row, index) -> state(row))
                    .optional()
                    .ifPresent(state -> states.put(address, state));
        }
        return states;
    }

    private static LinkState state(ResultSet row) throws SQLException {
        return new LinkState(
                row.getString("address"),
                LinkState.Outcome.of(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getString("moved_to"),
                row.getTimestamp("checked_at").toInstant(),
                instant(row.getTimestamp("broken_since")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /// Keeps an answer; the day an address was first found broken stays until it answers again.
    @Transactional
    public void note(String address, LinkProbe.Answer answer) {
        actAsTheTask();
        database.sql("""
                        insert into link_check (address, outcome, status, moved_to, checked_at, broken_since)
                        values (:address, :outcome, :status, :moved, cast(:now as timestamptz),
                          case when :broken then cast(:now as timestamptz) end)
                        on conflict (address) do update set outcome = excluded.outcome, status = excluded.status,
                          moved_to = excluded.moved_to, checked_at = excluded.checked_at,
                          broken_since = case when :broken then coalesce(link_check.broken_since, excluded.checked_at) end
                        """)
                .param("address", address)
                .param("outcome", answer.outcome().id())
                .param("status", answer.status())
                .param("moved", answer.movedTo())
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("broken", answer.outcome().isBroken())
                .update();
    }

    private void actAsTheTask() {
        database.sql("select set_config('courant.task', 'links', true)")
                .query(String.class)
                .single();
    }

    /// Ends a run: what is known of addresses that nothing leads to any more is dropped.
    ///
    /// @param actor who asked for the run
    /// @param addresses that something still leads to
    @Transactional
    public void over(String actor, int asked, int broken, Set<String> addresses) {
        actAsTheTask();
        database.sql("select address from link_check").query(String.class).list().stream()
                .filter(address -> !addresses.contains(address))
                .forEach(address -> database.sql("delete from link_check where address = :address")
                        .param("address", address)
                        .update());
        audit.record(actor, "links.checked", "liens/" + asked + " brises/" + broken);
    }
}
