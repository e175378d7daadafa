package courant.platform.accounts.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.accounts.TeamLetters;
import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.platform.web.Secret;
import courant.platform.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who is of an organisation, whom it invites, and the mandates it gives.
@Component
public class TeamStore {
    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);
    static final Duration INVITATION_LIFE = Duration.ofDays(14);

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;
    private final Outbox outbox;
    private final TeamLetters letters;
    private final String publicUrl;
    private final Clock clock;

    TeamStore(
            JdbcClient database,
            AuditTrail audit,
            HeldLink held,
            Outbox outbox,
            TeamLetters letters,
            Clock clock,
            @Value("${courant.public-url}") String publicUrl) {
        this.database = database;
        this.audit = audit;
        this.held = held;
        this.outbox = outbox;
        this.letters = letters;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// @param account number of the person
    /// @param name as the person writes it, empty when not given
    public record Member(long account, String name, String email, Role role) {}

    @Transactional(readOnly = true)
    public List<Member> members(Organisation organisation) {
        return database.sql("""
                        select a.id, a.name, a.email, m.role from membership m join account a on a.id = m.account_id
                        where m.organisation_id = :organisation order by a.email, m.role
                        """)
                .param("organisation", organisation.id())
                .query((row, index) -> new Member(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        Role.of(row.getString("role")).orElseThrow()))
                .list();
    }

    /// Who acts for a municipality, nobody when it has no organisation yet.
    @Transactional(readOnly = true)
    public List<Member> membersFor(String municipalityCode) {
        return database.sql("select * from organisation where municipality_code = :code")
                .param("code", municipalityCode)
                .query((row, index) -> Access.organisation(row))
                .optional()
                .map(this::members)
                .orElse(List.of());
    }

    /// Takes a role back; the person is told, unless it is who does it.
    ///
    /// @return whether it was done; the last person who manages the team stays
    @Transactional
    public boolean remove(Person by, Organisation organisation, long account, Role role) {
        Optional<Member> member = members(organisation).stream()
                .filter(one -> one.account() == account && one.role() == role)
                .findFirst();
        database.sql("select pg_advisory_xact_lock(:organisation)")
                .param("organisation", organisation.id())
                .query(row -> {});
        long managers = database.sql("""
                        select count(*) from membership where organisation_id = :organisation
                          and role in ('administrator', 'clerk') and not (account_id = :account and role = :role)
                        """)
                .param("organisation", organisation.id())
                .param("account", account)
                .param("role", role.id())
                .query(Long.class)
                .single();
        if (managers == 0) {
            return false;
        }
        int removed = database.sql("""
                        delete from membership
                        where organisation_id = :organisation and account_id = :account and role = :role
                        """)
                .param("organisation", organisation.id())
                .param("account", account)
                .param("role", role.id())
                .update();
        if (removed > 0) {
            member.ifPresent(gone -> tellRemoved(by, organisation, gone));
            audit.record(
                    by.actor(), "membership.removed", organisation.subject() + " compte/" + account + " " + role.id());
        }
        return true;
    }

    private void tellRemoved(Person by, Organisation organisation, Member gone) {
        if (gone.account() == by.id()) {
            return;
        }
        outbox.post(new Letter(
                gone.email(),
                FRENCH.say("membership.removed.subject", organisation.name()),
                FRENCH.say(
                        "membership.removed.letter",
                        FRENCH.say("role." + gone.role().id()),
                        organisation.name(),
                        by.email()),
                ""));
    }

    public record Invitation(String id, String email, Role role, Instant expires) {}

    @Transactional(readOnly = true)
    public List<Invitation> invitations(Organisation organisation) {
        return database.sql("""
                        select encode(link_hash, 'hex') as hash, email, role, expires_at from invitation
                        where organisation_id = :organisation and accepted_at is null and revoked_at is null
                          and expires_at > now() order by expires_at desc
                        """)
                .param("organisation", organisation.id())
                .query((row, index) -> new Invitation(
                        row.getString("hash").substring(0, 12),
                        row.getString("email"),
                        Role.of(row.getString("role")).orElseThrow(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Secret invite(Person by, Organisation organisation, String email, Role role) {
        Secret link = Secret.fresh();
        held.hold(link);
        database.sql("""
                        insert into invitation (link_hash, organisation_id, email, role, invited_by, expires_at)
                        values (decode(:hash, 'hex'), :organisation, :email, :role, :by, :expires)
                        """)
                .param("hash", link.hashHex())
                .param("organisation", organisation.id())
                .param("email", email)
                .param("role", role.id())
                .param("by", by.id())
                .param("expires", Timestamp.from(Instant.now(clock).plus(INVITATION_LIFE)))
                .update();
        audit.record(
                by.actor(),
                "invitation.sent",
                organisation.subject() + " " + subject(link.hashHex()) + " " + role.id());
        return link;
    }

    @Transactional
    public void revokeInvitation(Person by, Organisation organisation, String id) {
        int revoked = database.sql("""
                        update invitation set revoked_at = now()
                        where organisation_id = :organisation and encode(link_hash, 'hex') like :id || '%'
                          and accepted_at is null
                        """)
                .param("organisation", organisation.id())
                .param("id", id)
                .update();
        if (revoked > 0) {
            audit.record(by.actor(), "invitation.revoked", organisation.subject() + " " + subject(id));
        }
    }

    private static String subject(String hash) {
        return "invitation/" + hash.substring(0, 12);
    }

    /// @param organisation that invites
    /// @param email address that was invited
    public record Invited(Organisation organisation, String email, Role role) {}

    /// What an invitation offers, while it does.
    @Transactional(readOnly = true)
    public Optional<Invited> invited(Secret link) {
        held.hold(link);
        return database.sql("""
                        select o.*, i.email, i.role from invitation i join organisation o on o.id = i.organisation_id
                        where link_hash = decode(:hash, 'hex') and accepted_at is null and revoked_at is null
                          and expires_at > now()
                        """)
                .param("hash", link.hashHex())
                .query((row, index) -> new Invited(
                        Access.organisation(row),
                        row.getString("email"),
                        Role.of(row.getString("role")).orElseThrow()))
                .optional();
    }

    /// @return whether the invitation still stood
    @Transactional(propagation = Propagation.MANDATORY)
    boolean accept(Secret link, long account, Invited invited) {
        held.hold(link);
        int accepted = database.sql("""
                        update invitation set accepted_at = now()
                        where link_hash = decode(:hash, 'hex') and accepted_at is null and revoked_at is null
                        """).param("hash", link.hashHex()).update();
        if (accepted == 0) {
            return false;
        }
        add(account, invited.organisation(), invited.role());
        audit.record(
                "compte/" + account,
                "invitation.accepted",
                invited.organisation().subject() + " " + invited.role().id());
        return true;
    }

    /// Gives a role to who proved to be entitled to it.
    @Transactional(propagation = Propagation.MANDATORY)
    void add(long account, Organisation organisation, Role role) {
        approve();
        database.sql("""
                        insert into membership (account_id, organisation_id, role)
                        values (:account, :organisation, :role) on conflict do nothing
                        """)
                .param("account", account)
                .param("organisation", organisation.id())
                .param("role", role.id())
                .update();
    }

    private void approve() {
        database.sql("select set_config('courant.task', 'approval', true)")
                .query(String.class)
                .single();
    }

    /// The organisation of a municipality, made when it is the first time somebody acts for it.
    @Transactional(propagation = Propagation.MANDATORY)
    Organisation ofMunicipality(Municipality town) {
        approve();
        database.sql("""
                        insert into organisation (kind, name, municipality_code, demonstration)
                        values ('municipality', :name, :code, :invented)
                        on conflict (municipality_code) do nothing
                        """)
                .param("name", town.name())
                .param("code", town.code())
                .param("invented", town.invented())
                .update();
        return database.sql("select * from organisation where municipality_code = :code")
                .param("code", town.code())
                .query((row, index) -> Access.organisation(row))
                .single();
    }

    /// @param holder who may act
    /// @param town for whom
    public record Mandate(long id, Organisation town, Organisation holder, LocalDate ends) {}

    /// Mandates the organisation gave or holds, that run.
    @Transactional(readOnly = true)
    public List<Mandate> mandates(Organisation organisation) {
        return database.sql("""
                        select d.id, d.town_id, d.holder_id, d.ends_on from mandate d
                        where (town_id = :organisation or holder_id = :organisation)
                          and revoked_at is null and ends_on >= current_date order by d.ends_on
                        """)
                .param("organisation", organisation.id())
                .query((row, index) -> mandate(row))
                .list();
    }

    private Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                row.getLong("id"),
                organisation(row.getLong("town_id")),
                organisation(row.getLong("holder_id")),
                row.getDate("ends_on").toLocalDate());
    }

    private Organisation organisation(long id) {
        return database.sql("select * from organisation where id = :id")
                .param("id", id)
                .query((row, index) -> Access.organisation(row))
                .single();
    }

    /// Organisations that may act for a town: MRC, unions, partners and experts.
    @Transactional(readOnly = true)
    public List<Organisation> possibleHolders() {
        return database.sql("""
                        select * from organisation where kind in ('mrc', 'union', 'partner', 'expert') order by name
                        """).query((row, index) -> Access.organisation(row)).list();
    }

    /// @return whether it was given; a second one to the same organisation is not
    @Transactional
    public boolean giveMandate(Person by, Organisation town, long holder, LocalDate ends) {
        database.sql("select pg_advisory_xact_lock(hashtext('courant.mandate'), hashtext(:pair))")
                .param("pair", town.id() + "/" + holder)
                .query(row -> {});
        int given = database.sql("""
                        insert into mandate (town_id, holder_id, given_by, ends_on)
                        select :town, id, :by, :ends from organisation
                        where id = :holder and kind in ('mrc', 'union', 'partner', 'expert')
                          and not exists (select from mandate
                            where town_id = :town and holder_id = :holder and revoked_at is null
                              and ends_on >= current_date)
                        """)
                .param("town", town.id())
                .param("holder", holder)
                .param("by", by.id())
                .param("ends", java.sql.Date.valueOf(ends))
                .update();
        if (given > 0) {
            tellMandate(
                    "mandate.given",
                    holder,
                    by,
                    town.name(),
                    organisation(holder).name());
            audit.record(by.actor(), "mandate.given", town.subject() + " organisation/" + holder);
        }
        return given > 0;
    }

    /// Ends every running mandate between the two organisations that this one names.
    @Transactional
    public void revokeMandate(Person by, Organisation organisation, long mandate) {
        int revoked = database.sql("""
                        update mandate set revoked_at = now(), revoked_by = :by
                        where revoked_at is null and :organisation in (town_id, holder_id)
                          and (town_id, holder_id) = (select town_id, holder_id from mandate where id = :id)
                        """)
                .param("id", mandate)
                .param("by", by.id())
                .param("organisation", organisation.id())
                .update();
        if (revoked > 0) {
            Mandate ended = mandate(mandate);
            long other = ended.town().id() == organisation.id()
                    ? ended.holder().id()
                    : ended.town().id();
            tellMandate(
                    "mandate.revoked",
                    other,
                    by,
                    ended.town().name(),
                    ended.holder().name());
            audit.record(by.actor(), "mandate.revoked", organisation.subject() + " mandat/" + mandate);
        }
    }

    private Mandate mandate(long id) {
        return database.sql("select id, town_id, holder_id, ends_on from mandate where id = :id")
                .param("id", id)
                .query((row, index) -> mandate(row))
                .single();
    }

    /// @param told number of the organisation on the other side
    private void tellMandate(String event, long told, Person by, String town, String holder) {
        letters.post(
                told,
                by.email(),
                FRENCH.say(event + ".subject", town, holder),
                FRENCH.say(event + ".letter", town, holder, by.email()) + "\n\n" + publicUrl + "/espace/equipe");
    }
}
