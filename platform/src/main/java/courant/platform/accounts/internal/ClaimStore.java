package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Requests to act for a town that nobody acts for yet, and how they are proved.
@Component
public class ClaimStore {
    static final int MOST_ATTEMPTS = 5;
    private static final Duration LIFE = Duration.ofDays(45);

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimStore(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// How a town is publicly reached.
    ///
    /// @param domain of its own electronic addresses, empty when it has none
    public record Contact(String email, String domain, String postalAddress, String source) {}

    @Transactional(readOnly = true)
    public Optional<Contact> contact(String municipalityCode) {
        return database.sql("""
                        select email, domain, postal_address, source from municipality_contact
                        where municipality_code = :code
                        """)
                .param("code", municipalityCode)
                .query((row, index) -> new Contact(
                        row.getString("email"),
                        row.getString("domain"),
                        row.getString("postal_address"),
                        row.getString("source")))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean hasTeam(String municipalityCode) {
        return database.sql("select has_team(:code)")
                .param("code", municipalityCode)
                .query(Boolean.class)
                .single();
    }

    /// Who asks, in their own words.
    ///
    /// @param position in the town
    public record Asker(String name, String position) {}

    /// @param email of the person who asks, for who decides
    /// @param name as given with the request, else as the account shows it
    /// @param position as given with the request, empty for one that was asked before it had to be
    /// @param coded whether a code was made
    public record Claim(
            long id,
            long account,
            String email,
            String name,
            String position,
            String municipalityCode,
            ClaimMethod method,
            Role role,
            String contact,
            boolean coded,
            int attempts,
            Instant created,
            @Nullable Instant posted) {
        /// Whether its code was tried as often as it may be: it is worth nothing any more.
        public boolean spent() {
            return attempts >= MOST_ATTEMPTS;
        }

        /// `Marie Roy, greffière (marie@ville.test)`, or what is known of it.
        public String who() {
            String known = position.isEmpty() ? name : name + ", " + position;
            return known.isEmpty() ? email : known + " (" + email + ")";
        }
    }

    private static final String OPEN = """
            from claim c join account a on a.id = c.account_id
            where c.state = 'asked' and c.expires_at > now() and a.closed_at is null
            """;
    private static final String CLAIM = "select c.*, a.email, coalesce(nullif(c.person, ''), a.name) as name " + OPEN;

    private static Claim claim(ResultSet row) throws SQLException {
        Timestamp posted = row.getTimestamp("posted_at");
        return new Claim(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("position"),
                row.getString("municipality_code"),
                ClaimMethod.of(row.getString("method")).orElseThrow(),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("contact"),
                row.getBytes("code_hash") != null,
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                posted == null ? null : posted.toInstant());
    }

    @Transactional(readOnly = true)
    public List<Claim> ofPerson(Person person) {
        return database.sql(CLAIM + "and c.account_id = :person order by c.id")
                .param("person", person.id())
                .query((row, index) -> claim(row))
                .list();
    }

    /// All that wait, for who decides.
    @Transactional(readOnly = true)
    public List<Claim> open() {
        return database.sql(CLAIM + "order by c.id")
                .query((row, index) -> claim(row))
                .list();
    }

    /// How many wait for a decision.
    @Transactional(readOnly = true)
    public long openCount() {
        return database.sql("select count(*) " + OPEN).query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public Optional<Claim> find(long id) {
        return database.sql(CLAIM + "and c.id = :id")
                .param("id", id)
                .query((row, index) -> claim(row))
                .optional();
    }

    /// @return number of the request, or nothing when the person has one open for this town
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> ask(
            Person person, Asker asker, String municipalityCode, ClaimMethod method, Role role, String contact) {
        Optional<Long> asked = database.sql("""
                        insert into claim (account_id, person, position, municipality_code, method, role, contact, expires_at)
                        values (:account, :person, :position, :code, :method, :role, :contact, :expires)
                        on conflict (account_id, municipality_code) where state = 'asked' do nothing returning id
                        """)
                .param("account", person.id())
                .param("person", asker.name())
                .param("position", asker.position())
                .param("code", municipalityCode)
                .param("method", method.id())
                .param("role", role.id())
                .param("contact", contact)
                .param("expires", Timestamp.from(Instant.now(clock).plus(LIFE)))
                .query(Long.class)
                .optional();
        asked.ifPresent(id -> note(person, "claim.asked", id));
        return asked;
    }

    /// Makes the code of a request; an earlier one is worth nothing any more.
    @Transactional(propagation = Propagation.MANDATORY)
    ClaimCode newCode(long claim) {
        ClaimCode code = ClaimCode.fresh();
        database.sql("""
                        update claim set code_hash = decode(:hash, 'hex'), attempts = 0, posted_at = now(),
                          codes_that_day = case when codes_on = current_date then codes_that_day else 0 end + 1,
                          codes_on = current_date
                        where id = :id and state = 'asked'
                        """).param("hash", code.hashHex()).param("id", claim).update();
        return code;
    }

    /// How many codes were made today for what a person asks of a town, cancelled requests included.
    @Transactional(readOnly = true)
    public long codesToday(Person person, String municipalityCode) {
        return database.sql("""
                        select coalesce(sum(codes_that_day), 0) from claim
                        where account_id = :person and municipality_code = :code and codes_on = current_date
                        """)
                .param("person", person.id())
                .param("code", municipalityCode)
                .query(Long.class)
                .single();
    }

    /// The person asks no more.
    @Transactional
    public void cancel(Person person, long claim) {
        int cancelled = database.sql("""
                        update claim set state = 'cancelled', code_hash = null, decided_at = now()
                        where id = :id and account_id = :person and state = 'asked'
                        """)
                .param("id", claim)
                .param("person", person.id())
                .update();
        if (cancelled > 0) {
            note(person, "claim.cancelled", claim);
        }
    }

    /// Counts a try, and says whether the code is right.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean tryCode(long claim, ClaimCode code) {
        return database.sql("""
                        update claim set attempts = attempts + 1
                        where id = :id and state = 'asked' and attempts < :most and code_hash is not null
                        returning code_hash = decode(:hash, 'hex')
                        """)
                .param("id", claim)
                .param("most", MOST_ATTEMPTS)
                .param("hash", code.hashHex())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean decide(long claim, boolean approved, String reason) {
        return database.sql("""
                        update claim set state = :state, reason = :reason, code_hash = null, decided_at = now()
                        where id = :id and state = 'asked'
                        """)
                        .param("state", approved ? "approved" : "refused")
                        .param("reason", reason)
                        .param("id", claim)
                        .update()
                > 0;
    }

    /// Writes an event of a request into the journal, that of its town when somebody has acted for it: who, with which
    /// role.
    @Transactional(propagation = Propagation.MANDATORY)
    void note(Person by, String event, long claim) {
        String subject =
                database.sql("""
                        select coalesce('organisation/' || o.id, 'municipalite/' || c.municipality_code)
                          || ' compte/' || c.account_id || ' ' || c.role || ' rattachement/' || c.id
                        from claim c left join organisation o on o.municipality_code = c.municipality_code
                        where c.id = :id
                        """).param("id", claim).query(String.class).single();
        audit.record(by.actor(), event, subject);
    }
}
