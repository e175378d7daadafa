package courant.platform.engagement.internal;

import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.municipalities.Commitments;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Commitments and what goes with them. The database shows a town's rows to who acts for it, and to who reviews.
@Component
public class CommitmentStore {
    /// All but the file of the resolution, which may weigh ten megabytes.
    private static final String COLUMNS = "c.id, c.organisation_id, c.state, c.declaration_version, c.session_date,"
            + " c.resolution_number, c.file_name, c.review_note, c.renewed_until, c.withdrawn_on, c.withdrawal_number,"
            + " c.version";

    private final JdbcClient database;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CommitmentStore(JdbcClient database, AuditTrail audit, ApplicationEventPublisher events) {
        this.database = database;
        this.audit = audit;
        this.events = events;
    }

    /// A paper that proves a resolution.
    ///
    /// @param type `application/pdf`, or that of a picture or a DOCX
    record Proof(String name, String type, byte[] content) {}

    /// Somebody else changed it in between.
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// The newest commitment of an organisation.
    @Transactional(readOnly = true)
    public Optional<Commitment> of(Organisation organisation) {
        return database.sql("select " + COLUMNS
                        + " from commitment c where organisation_id = :organisation order by id desc limit 1")
                .param("organisation", organisation.id())
                .query((row, index) -> commitment(row))
                .optional();
    }

    /// What the council of an organisation withdrew, oldest first.
    @Transactional(readOnly = true)
    List<Commitment> withdrawn(Organisation organisation) {
        return database.sql("select " + COLUMNS + """
                         from commitment c where organisation_id = :organisation and state = 'withdrawn' order by id
                        """)
                .param("organisation", organisation.id())
                .query((row, index) -> commitment(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Commitment> find(long id) {
        return database.sql("select " + COLUMNS + " from commitment c where id = :id")
                .param("id", id)
                .query((row, index) -> commitment(row))
                .optional();
    }

    /// The name of whose commitment it is.
    @Transactional(readOnly = true)
    public String nameOf(long organisation) {
        return database.sql("select name from organisation where id = :id")
                .param("id", organisation)
                .query(String.class)
                .single();
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                row.getLong("id"),
                row.getLong("organisation_id"),
                Commitment.State.of(row.getString("state")).orElseThrow(),
                row.getString("declaration_version"),
                date(row, "session_date"),
                row.getString("resolution_number"),
                row.getString("file_name"),
                row.getString("review_note"),
                date(row, "renewed_until"),
                date(row, "withdrawn_on"),
                row.getString("withdrawal_number"),
                row.getInt("version"));
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    /// @return whether it was begun; one that runs already is not begun twice
    @Transactional
    public boolean declare(Person by, Organisation organisation, String version) {
        try {
            database.sql("""
                            insert into commitment (organisation_id, declaration_version, state, declared_by)
                            values (:organisation, :version, 'draft', :by)
                            """)
                    .param("organisation", organisation.id())
                    .param("version", version)
                    .param("by", by.id())
                    .update();
        } catch (DuplicateKeyException twice) {
            return false;
        }
        audit.record(by.actor(), "commitment.declared", organisation.subject());
        return true;
    }

    /// Writes what a change made of a commitment.
    ///
    /// @param event what the audit trail calls it
    /// @throws OvertakenException when somebody else changed it first: nothing is overwritten
    @Transactional
    public void save(Person by, Commitment next, String event) {
        int changed = database.sql("""
                        update commitment set state = :state, session_date = :session, resolution_number = :number,
                          review_note = :note, renewed_until = :until, withdrawn_on = :withdrawn,
                          withdrawal_number = :withdrawal,
                          submitted_at = case when :state = 'submitted' then now() else submitted_at end,
                          published_at = case when :state = 'published' then coalesce(published_at, now())
                            else published_at end,
                          reviewed_by = case when :event in ('commitment.published', 'commitment.given-back')
                            then :by else reviewed_by end,
                          version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", next.id())
                .param("version", next.version())
                .param("state", next.state().id())
                .param("session", sql(next.sessionDate()))
                .param("number", next.resolutionNumber())
                .param("note", next.reviewNote())
                .param("until", sql(next.renewedUntil()))
                .param("withdrawn", sql(next.withdrawnOn()))
                .param("withdrawal", next.withdrawalNumber())
                .param("event", event)
                .param("by", by.id())
                .update();
        if (changed == 0) {
            throw new OvertakenException();
        }
        events.publishEvent(new Commitments.Changed());
        audit.record(by.actor(), event, "organisation/" + next.organisation() + " engagement/" + next.id());
    }

    static @Nullable Date sql(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    /// The same, with the paper that proves it.
    @Transactional
    public void submit(Person by, Commitment next, Proof proof) {
        save(by, next, "commitment.submitted");
        database.sql("update commitment set file_name = :name, file_type = :type, file = :file where id = :id")
                .param("id", next.id())
                .param("name", proof.name())
                .param("type", proof.type())
                .param("file", proof.content())
                .update();
    }

    /// Renews with what the town says of its year.
    @Transactional
    public void renew(Person by, Commitment next, YearReport report, LocalDate today) {
        save(by, next, "commitment.renewed");
        database.sql("""
                        insert into progress_report (commitment_id, organisation_id, reported_on, vehicles, electric,
                          plan_adopted_on, text, reported_by)
                        values (:commitment, :organisation, :on, :vehicles, :electric, :plan, :text, :by)
                        """)
                .param("commitment", next.id())
                .param("organisation", next.organisation())
                .param("on", Date.valueOf(today))
                .param("vehicles", report.vehicles())
                .param("electric", report.electric())
                .param("plan", sql(report.planAdoptedOn()))
                .param("text", report.text())
                .param("by", by.id())
                .update();
    }

    /// The proof as its town or a reviewer may read it.
    @Transactional(readOnly = true)
    public Optional<Proof> proof(long id) {
        return database.sql("select file_name, file_type, file from commitment where id = :id and file is not null")
                .param("id", id)
                .query((row, index) -> proof(row))
                .optional();
    }

    /// The published proof of a municipality, as anybody may read it.
    @Transactional(readOnly = true)
    public Optional<Proof> publicProof(String municipalityCode) {
        return database.sql("select * from public_resolution(:code)")
                .param("code", municipalityCode)
                .query((row, index) -> proof(row))
                .optional();
    }

    /// The published proof of an MRC, as anybody may read it.
    ///
    /// @param mrc its name
    @Transactional(readOnly = true)
    public Optional<Proof> publicProofOfMrc(String mrc) {
        return database.sql("select * from public_mrc_resolution(:mrc)")
                .param("mrc", mrc)
                .query((row, index) -> proof(row))
                .optional();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(row.getString("file_name"), row.getString("file_type"), row.getBytes("file"));
    }

    /// @param organisation whose it is
    public record Waiting(Commitment commitment, String organisation, boolean demonstration) {}

    /// Those that wait for a review, the oldest first.
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return database.sql("""
                        select %s, o.name, o.demonstration from commitment c
                        join organisation o on o.id = c.organisation_id where c.state = 'submitted' order by c.submitted_at
                        """.formatted(COLUMNS))
                .query((row, index) ->
                        new Waiting(commitment(row), row.getString("name"), row.getBoolean("demonstration")))
                .list();
    }

    @Transactional(readOnly = true)
    public int waitingCount() {
        return database.sql("select count(*) from commitment where state = 'submitted'")
                .query(Integer.class)
                .single();
    }

    /// Codes of the municipalities an MRC covers.
    @Transactional(readOnly = true)
    public Set<String> covered(Organisation mrc) {
        return Set.copyOf(
                database.sql("select municipality_code from coverage where organisation_id = :mrc and ended_on is null")
                        .param("mrc", mrc.id())
                        .query(String.class)
                        .list());
    }

    /// Codes of the municipalities whose own council is committed: nobody covers them.
    @Transactional(readOnly = true)
    public Set<String> committed() {
        return Set.copyOf(database.sql("""
                        select municipality_code from public_commitment
                        where state = 'published' and municipality_code is not null
                        """).query(String.class).list());
    }

    /// Number of the organisation of a municipality, when somebody has acted for it.
    @Transactional(readOnly = true)
    public Optional<Long> organisationOf(String municipalityCode) {
        return database.sql("select id from organisation where municipality_code = :code")
                .param("code", municipalityCode)
                .query(Long.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void cover(Person by, Organisation mrc, List<String> codes, LocalDate today) {
        codes.forEach(code -> database.sql("""
                        insert into coverage (organisation_id, municipality_code, since) values (:mrc, :code, :today)
                        on conflict (organisation_id, municipality_code)
                          do update set since = excluded.since, ended_on = null
                        """)
                .param("mrc", mrc.id())
                .param("code", code)
                .param("today", Date.valueOf(today))
                .update());
        note(by, "coverage.began", mrc, codes);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void uncover(Person by, Organisation mrc, List<String> codes, LocalDate on) {
        database.sql("""
                        update coverage set ended_on = greatest(since, :on)
                        where organisation_id = :mrc and ended_on is null and municipality_code = any (:codes)
                        """)
                .param("mrc", mrc.id())
                .param("codes", codes.toArray(String[]::new))
                .param("on", Date.valueOf(on))
                .update();
        note(by, "coverage.ended", mrc, codes);
    }

    private void note(Person by, String event, Organisation mrc, List<String> codes) {
        if (!codes.isEmpty()) {
            events.publishEvent(new Commitments.Changed());
            audit.record(
                    by.actor(),
                    event,
                    mrc.subject()
                            + codes.stream()
                                    .map(code -> " municipalite/" + code)
                                    .collect(Collectors.joining()));
        }
    }
}
