package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.web.Secret;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sessions: each browser in which a person is signed in.
@Component
public class SessionStore {
    static final int LONGEST_DEVICE = 200;

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final Clock clock;

    SessionStore(JdbcClient database, AuditTrail audit, HeldLink held, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    Optional<Person> person(Secret session) {
        return database.sql("select * from session_person(decode(:hash, 'hex'))")
                .param("hash", session.hashHex())
                .query((row, index) -> new Person(
                        row.getLong("account_id"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getObject("organisation_id", Long.class),
                        session.hashHex()))
                .optional();
    }

    /// @return nothing when the account is closed
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Secret> open(long account, String device) {
        Secret session = Secret.fresh();
        held.hold(session);
        int opened = database.sql("""
                        insert into session (link_hash, account_id, device, expires_at)
                        values (decode(:hash, 'hex'), :account, :device, :expires)
                        """)
                .param("hash", session.hashHex())
                .param("account", account)
                .param("device", device)
                .param("expires", Timestamp.from(Instant.now(clock).plus(SessionContexts.COOKIE.life())))
                .update();
        if (opened == 0) {
            return Optional.empty();
        }
        audit.record("compte/" + account, "session.opened", session.shortHash());
        return Optional.of(session);
    }

    /// @param id beginning of the hash, enough to name one of the person's sessions
    /// @param device what the browser says it is
    /// @param current whether it is the one that asks
    public record Listed(String id, String device, Instant created, Instant seen, boolean current) {}

    @Transactional(readOnly = true)
    public List<Listed> list(Person person) {
        return database.sql("""
                        select encode(link_hash, 'hex') as hash, device, created_at, seen_at from session
                        where account_id = :person and expires_at > now() order by seen_at desc
                        """)
                .param("person", person.id())
                .query((row, index) -> new Listed(
                        row.getString("hash").substring(0, 12),
                        row.getString("device"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getString("hash").equals(person.session())))
                .list();
    }

    /// Ends one session of the person.
    @Transactional
    public boolean end(Person person, String id) {
        boolean ended =
                database.sql("""
                        delete from session where account_id = :person and encode(link_hash, 'hex') like :id || '%'
                        """).param("person", person.id()).param("id", id).update() > 0;
        if (ended) {
            audit.record(person.actor(), "session.ended", id);
        }
        return ended;
    }

    /// Ends all sessions of the person but the one that asks.
    @Transactional
    public void endOthers(Person person) {
        int ended = database.sql("""
                        delete from session where account_id = :person and link_hash <> decode(:current, 'hex')
                        """)
                .param("person", person.id())
                .param("current", person.session())
                .update();
        audit.record(person.actor(), "session.others-ended", String.valueOf(ended));
    }

    /// Notes for which organisation the person acts in this session.
    @Transactional
    public void choose(Person person, long organisation) {
        database.sql("update session set organisation_id = :organisation where link_hash = decode(:hash, 'hex')")
                .param("organisation", organisation)
                .param("hash", person.session())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    @Transactional
    public void forgetEnded() {
        database.sql("select forget_ended_sessions()").query(Long.class).single();
    }
}
