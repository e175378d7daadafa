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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The reports that renewals have published. The database shows a town's to who acts for it, and all to who reviews; it
/// keeps what each said before a change.
@Component
public class ReportStore {
    private static final String COLUMNS =
            "p.id, p.commitment_id, p.organisation_id, p.reported_on, p.vehicles, p.electric,"
                    + " p.plan_adopted_on, p.text, p.corrected_on, p.withheld_on, p.withheld_reason, p.version";
    private static final int LISTED = 50;
    private static final int MOST_PAGES = 10_000;

    private final JdbcClient database;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ReportStore(JdbcClient database, AuditTrail audit, ApplicationEventPublisher events) {
        this.database = database;
        this.audit = audit;
        this.events = events;
    }

    /// @param on day of the renewal that published it
    /// @param correctedOn day its words last changed, null before
    /// @param withheldOn day the platform took it from public view, null when it is public
    /// @param withheldReason why, in one line, empty when it is public
    /// @param version counts changes, so that two people do not overwrite one another
    public record Report(
            long id,
            long commitment,
            long organisation,
            LocalDate on,
            YearReport said,
            @Nullable LocalDate correctedOn,
            @Nullable LocalDate withheldOn,
            String withheldReason,
            int version) {
        public boolean withheld() {
            return withheldOn != null;
        }
    }

    /// @param organisation whose it is
    public record Listed(Report report, String organisation, boolean demonstration) {}

    /// One page of a list.
    ///
    /// @param more whether another page follows
    public record Page(List<Listed> reports, int number, boolean more) {}

    /// Those that a town may correct, newest first: its last one, and any that is withheld.
    @Transactional(readOnly = true)
    public List<Report> correctable(Organisation organisation) {
        return database.sql("""
                        select %s from progress_report p join public_commitment c on c.organisation_id = p.organisation_id
                        where p.organisation_id = :organisation and (p.withheld_on is not null or not exists (
                          select from progress_report later where later.organisation_id = p.organisation_id
                            and (later.reported_on, later.id) > (p.reported_on, p.id)))
                        order by p.reported_on desc, p.id desc
                        """.formatted(COLUMNS))
                .param("organisation", organisation.id())
                .query((row, index) -> report(row))
                .list();
    }

    /// What everybody reads, and what was withheld from them, newest first.
    ///
    /// @param number of the page, the first is 1
    @Transactional(readOnly = true)
    public Page published(int number) {
        int page = Math.clamp(number, 1, MOST_PAGES);
        List<Listed> found = database.sql("""
                        select %s, c.name, c.demonstration from progress_report p
                        join public_commitment c on c.organisation_id = p.organisation_id
                        order by p.reported_on desc, p.id desc limit :most offset :skipped
                        """.formatted(COLUMNS))
                .param("most", LISTED + 1)
                .param("skipped", (page - 1) * LISTED)
                .query((row, index) -> listed(row))
                .list();
        return new Page(found.stream().limit(LISTED).toList(), page, found.size() > LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Listed> findPublished(long id) {
        return database.sql("""
                        select %s, c.name, c.demonstration from progress_report p
                        join public_commitment c on c.organisation_id = p.organisation_id where p.id = :id
                        """.formatted(COLUMNS))
                .param("id", id)
                .query((row, index) -> listed(row))
                .optional();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(report(row), row.getString("name"), row.getBoolean("demonstration"));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getLong("commitment_id"),
                row.getLong("organisation_id"),
                row.getDate("reported_on").toLocalDate(),
                new YearReport(
                        row.getObject("vehicles", Integer.class),
                        row.getObject("electric", Integer.class),
                        CommitmentStore.date(row, "plan_adopted_on"),
                        row.getString("text")),
                CommitmentStore.date(row, "corrected_on"),
                CommitmentStore.date(row, "withheld_on"),
                row.getString("withheld_reason"),
                row.getInt("version"));
    }

    /// Puts other words in the place of those published, and before everybody again if they were withheld.
    ///
    /// @param report as its town last read it
    /// @throws CommitmentStore.OvertakenException when it changed since
    @Transactional
    public void correct(Person by, Report report, YearReport said, LocalDate today) {
        int changed = database.sql("""
                        update progress_report set vehicles = :vehicles, electric = :electric, plan_adopted_on = :plan,
                          text = :text, corrected_on = :today, corrected_by = :by
                        where id = :id and version = :version
                        """)
                .param("id", report.id())
                .param("version", report.version())
                .param("vehicles", said.vehicles())
                .param("electric", said.electric())
                .param("plan", CommitmentStore.sql(said.planAdoptedOn()))
                .param("text", said.text())
                .param("today", Date.valueOf(today))
                .param("by", by.id())
                .update();
        changed(changed == 1, by, report, "report.corrected");
    }

    /// Takes it from public view until its town has corrected it.
    ///
    /// @param report as who reviews read it
    /// @throws CommitmentStore.OvertakenException when it changed since
    @Transactional(propagation = Propagation.MANDATORY)
    void withhold(Person by, Report report, String reason, LocalDate today) {
        boolean withheld = database.sql("select withhold_report(:id, :version, :today, :reason)")
                .param("id", report.id())
                .param("version", report.version())
                .param("today", Date.valueOf(today))
                .param("reason", reason)
                .query(Boolean.class)
                .single();
        changed(withheld, by, report, "report.withheld");
    }

    private void changed(boolean done, Person by, Report report, String event) {
        if (!done) {
            throw new CommitmentStore.OvertakenException();
        }
        events.publishEvent(new Commitments.Changed());
        audit.record(
                by.actor(),
                event,
                "organisation/" + report.organisation() + " engagement/" + report.commitment() + " bilan/"
                        + report.id());
    }
}
