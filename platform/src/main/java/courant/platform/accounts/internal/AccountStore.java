package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.web.Secret;
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

/// Accounts, and the links that prove an address.
@Component
class AccountStore {
    static final Duration LINK_LIFE = Duration.ofMinutes(30);

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final Clock clock;

    AccountStore(JdbcClient database, AuditTrail audit, HeldLink held, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    /// @param passwordHash null when the person signs in by mail alone
    record Account(long id, String email, @Nullable String passwordHash) {}

    /// Whether one more try is allowed.
    @Transactional
    public boolean mayTry(String email, String originHash, String kind) {
        return database.sql("select try_to_sign_in(sha256(convert_to(:email, 'UTF8')), decode(:origin, 'hex'), :kind)")
                .param("email", email)
                .param("origin", originHash)
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Secret newLink(String email) {
        Secret link = Secret.fresh();
        held.hold(link);
        database.sql("""
                        insert into sign_in_link (link_hash, email, expires_at)
                        values (decode(:hash, 'hex'), :email, :expires)
                        """)
                .param("hash", link.hashHex())
                .param("email", email)
                .param("expires", Timestamp.from(Instant.now(clock).plus(LINK_LIFE)))
                .update();
        return link;
    }

    /// The address a link would sign in, while it can.
    @Transactional(readOnly = true)
    public Optional<String> addressOf(Secret link) {
        held.hold(link);
        return database.sql("""
                        select email from sign_in_link
                        where link_hash = decode(:hash, 'hex') and used_at is null and expires_at > :now
                        """)
                .param("hash", link.hashHex())
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(String.class)
                .optional();
    }

    /// Uses a link, once.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<String> use(Secret link) {
        held.hold(link);
        return database.sql("""
                        update sign_in_link set used_at = :now
                        where link_hash = decode(:hash, 'hex') and used_at is null and expires_at > :now
                        returning email
                        """)
                .param("hash", link.hashHex())
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String email) {
        signIn();
        return database.sql("select id, email, password_hash from account where email = :email")
                .param("email", email)
                .query((row, index) ->
                        new Account(row.getLong("id"), row.getString("email"), row.getString("password_hash")))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isClosed(String email) {
        signIn();
        return database.sql("select closed_at is not null from account where email = :email")
                .param("email", email)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// The account of an address that was just proved, made when there is none.
    @Transactional(propagation = Propagation.MANDATORY)
    long findOrMake(String email) {
        signIn();
        Optional<Long> known = database.sql("select id from account where email = :email")
                .param("email", email)
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        long made = database.sql("insert into account (email) values (:email) returning id")
                .param("email", email)
                .query(Long.class)
                .single();
        audit.record("compte/" + made, "account.made", "compte/" + made);
        return made;
    }

    /// Makes somebody administrator of the team that runs this instance, as its settings say.
    @Transactional(propagation = Propagation.MANDATORY)
    void makeOperator(long account) {
        database.sql("select set_config('courant.task', 'approval', true)")
                .query(String.class)
                .single();
        int made = database.sql("""
                        insert into membership (account_id, organisation_id, role)
                        select :account, id, :role from organisation where kind = 'operator' on conflict do nothing
                        """)
                .param("account", account)
                .param("role", Role.ADMINISTRATOR.id())
                .update();
        if (made > 0) {
            audit.record("courant", "membership.from-settings", "compte/" + account);
        }
    }

    private void signIn() {
        database.sql("select set_config('courant.task', 'sign-in', true)")
                .query(String.class)
                .single();
    }

    @Transactional
    public void rename(Person person, String name) {
        database.sql("update account set name = :name where id = :id")
                .param("name", name)
                .param("id", person.id())
                .update();
        List<Long> organisations = database.sql(
                        "select distinct organisation_id from membership where account_id = :id")
                .param("id", person.id())
                .query(Long.class)
                .list();
        organisations.forEach(organisation ->
                audit.record(person.actor(), "account.renamed", "organisation/" + organisation + " " + person.actor()));
        if (organisations.isEmpty()) {
            audit.record(person.actor(), "account.renamed", person.actor());
        }
    }

    /// @param hash null takes the password away: the person signs in by mail
    @Transactional
    public void setPassword(Person person, @Nullable String hash) {
        database.sql("update account set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", person.id())
                .update();
        audit.record(
                person.actor(), hash == null ? "account.password-removed" : "account.password-set", person.actor());
    }

    @Transactional(readOnly = true)
    public boolean hasPassword(Person person) {
        return database.sql("select password_hash is not null from account where id = :id")
                .param("id", person.id())
                .query(Boolean.class)
                .single();
    }
}
