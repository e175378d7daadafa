package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.audit.AuditTrail;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Organisations, as the team that runs this instance keeps them.
@Component
class OrganisationStore implements AdminEntry.Source {
    private final JdbcClient database;
    private final AuditTrail audit;
    private final ClaimStore claims;

    OrganisationStore(JdbcClient database, AuditTrail audit, ClaimStore claims) {
        this.database = database;
        this.audit = audit;
        this.claims = claims;
    }

    @Transactional(readOnly = true)
    public List<Organisation> all() {
        return database.sql("select * from organisation order by kind, name")
                .query((row, index) -> Access.organisation(row))
                .list();
    }

    /// Numbers of the organisations somebody acts for.
    @Transactional(readOnly = true)
    public Set<Long> withTeam() {
        return Set.copyOf(database.sql("select distinct organisation_id from membership")
                .query(Long.class)
                .list());
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> find(long id) {
        return database.sql("select * from organisation where id = :id")
                .param("id", id)
                .query((row, index) -> Access.organisation(row))
                .optional();
    }

    /// @param mrc for an MRC, its name in the directory; else empty
    /// @return false when one of this kind has this name, whatever its capitals and accents
    @Transactional
    public boolean make(Person by, Organisation.Kind kind, String name, String mrc) {
        if (isTaken(kind, name, 0)) {
            return false;
        }
        long id = database.sql("insert into organisation (kind, name, mrc) values (:kind, :name, :mrc) returning id")
                .param("mrc", mrc)
                .param("kind", kind.id())
                .param("name", name)
                .query(Long.class)
                .single();
        audit.record(by.actor(), "organisation.made", "organisation/" + id);
        return true;
    }

    /// @return false when another of its kind has this name
    @Transactional
    public boolean rename(Person by, Organisation organisation, String name) {
        if (isTaken(organisation.kind(), name, organisation.id())) {
            return false;
        }
        database.sql("update organisation set name = :name where id = :id")
                .param("name", name)
                .param("id", organisation.id())
                .update();
        audit.record(by.actor(), "organisation.renamed", organisation.subject());
        return true;
    }

    /// Ties an MRC to its territory.
    ///
    /// @param mrc its name in the directory
    @Transactional
    public void setTerritory(Person by, Organisation organisation, String mrc) {
        database.sql("update organisation set mrc = :mrc where id = :id")
                .param("mrc", mrc)
                .param("id", organisation.id())
                .update();
        audit.record(by.actor(), "organisation.territory", organisation.subject());
    }

    private boolean isTaken(Organisation.Kind kind, String name, long except) {
        database.sql("select pg_advisory_xact_lock(hashtext('courant.organisation'))")
                .query(row -> {});
        return database
                .sql("select * from organisation where kind = :kind and id <> :except")
                .param("kind", kind.id())
                .param("except", except)
                .query((row, index) -> Access.organisation(row))
                .list()
                .stream()
                .anyMatch(other -> folded(other.name()).equals(folded(name)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @Transactional
    public void allowEnglish(Person by, long id, boolean allowed) {
        database.sql("update organisation set english = :allowed where id = :id")
                .param("allowed", allowed)
                .param("id", id)
                .update();
        audit.record(
                by.actor(), allowed ? "organisation.english-on" : "organisation.english-off", "organisation/" + id);
    }

    @Transactional
    public void setContact(Person by, String municipalityCode, ClaimStore.Contact contact) {
        database.sql("""
                        insert into municipality_contact (municipality_code, email, domain, postal_address, source, read_on)
                        values (:code, :email, :domain, :postal, :source, current_date)
                        on conflict (municipality_code) do update set email = excluded.email, domain = excluded.domain,
                          postal_address = excluded.postal_address, source = excluded.source, read_on = excluded.read_on
                        """)
                .param("code", municipalityCode)
                .param("email", contact.email())
                .param("domain", contact.domain())
                .param("postal", contact.postalAddress())
                .param("source", contact.source())
                .update();
        audit.record(by.actor(), "contact.set", "municipalite/" + municipalityCode);
    }

    @Override
    public List<AdminEntry> entries(Standing standing) {
        List<AdminEntry> entries = new ArrayList<>();
        if (standing.may(Action.APPROVE_PEOPLE)) {
            entries.add(new AdminEntry("admin.claims", "/admin/rattachements", claims.openCount()));
        }
        if (standing.may(Action.MANAGE_ORGANISATIONS)) {
            entries.add(new AdminEntry("admin.organisations", "/admin/organisations", 0));
        }
        if (standing.may(Action.MANAGE_ACCOUNTS)) {
            entries.add(new AdminEntry("admin.accounts", "/admin/comptes", 0));
        }
        if (standing.may(Action.READ_WHOLE_JOURNAL)) {
            entries.add(new AdminEntry("admin.journal", "/admin/journal", 0));
        }
        return entries;
    }
}
