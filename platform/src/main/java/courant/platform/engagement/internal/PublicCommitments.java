package courant.platform.engagement.internal;

import courant.platform.municipalities.Commitments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// What everybody may know of the commitments. Read again when one changes here, and every few seconds for what
/// changed on another instance.
@Component
class PublicCommitments implements Commitments {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Clock clock;
    private volatile Read read = new Read(List.of(), Instant.MIN);

    private record Read(List<Deed> deeds, Instant at) {}

    PublicCommitments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Deed> all() {
        Read last = read;
        Instant now = Instant.now(clock);
        if (last.at().plus(KEPT).isBefore(now)) {
            last = new Read(readAll(), now);
            read = last;
        }
        return last.deeds();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void readAgain(CommitmentStore.Changed changed) {
        read = new Read(List.of(), Instant.MIN);
    }

    /// These views show everybody the same, whoever acts.
    private List<Deed> readAll() {
        Map<Long, List<Report>> reports = reports();
        Map<String, List<Past>> earlier = earlier();
        Map<String, Deed> deeds = new TreeMap<>();
        database.sql("select * from public_coverage").query((ResultSet row) -> {
            Deed covered = covered(row);
            deeds.put(covered.code(), covered);
        });
        // A municipality that voted itself says so, whoever covers it.
        database.sql("select * from public_commitment where municipality_code is not null")
                .query((ResultSet row) -> {
                    Deed own = own(
                            row,
                            reports.getOrDefault(row.getLong("organisation_id"), List.of()),
                            earlier.getOrDefault(row.getString("municipality_code"), List.of()));
                    if (own.state().holds() || !deeds.containsKey(own.code())) {
                        deeds.put(own.code(), own);
                    }
                });
        return List.copyOf(deeds.values());
    }

    /// By code of the municipality.
    private Map<String, List<Past>> earlier() {
        Map<String, List<Past>> earlier = new TreeMap<>();
        database.sql("select * from public_earlier_commitment order by withdrawn_on desc")
                .query((ResultSet row) -> {
                    earlier.computeIfAbsent(row.getString("municipality_code"), code -> new ArrayList<>())
                            .add(new Past(
                                    row.getDate("session_date").toLocalDate(),
                                    row.getString("resolution_number"),
                                    row.getDate("withdrawn_on").toLocalDate()));
                });
        return earlier;
    }

    /// By number of the organisation: a new commitment takes nothing back of what was said under one before.
    private Map<Long, List<Report>> reports() {
        Map<Long, List<Report>> reports = new TreeMap<>();
        database.sql("select * from public_progress order by reported_on desc").query((ResultSet row) -> {
            reports.computeIfAbsent(row.getLong("organisation_id"), id -> new ArrayList<>())
                    .add(new Report(
                            row.getDate("reported_on").toLocalDate(),
                            row.getObject("vehicles", Integer.class),
                            row.getObject("electric", Integer.class),
                            CommitmentStore.date(row, "plan_adopted_on"),
                            row.getString("text"),
                            CommitmentStore.date(row, "corrected_on")));
        });
        return reports;
    }

    private static Deed covered(ResultSet row) throws SQLException {
        return new Deed(
                row.getString("municipality_code"),
                State.COVERED,
                row.getDate("since").toLocalDate(),
                "",
                null,
                null,
                row.getString("name"),
                false,
                List.of(),
                List.of());
    }

    private Deed own(ResultSet row, List<Report> reports, List<Past> earlier) throws SQLException {
        LocalDate until = CommitmentStore.date(row, "renewed_until");
        boolean due = Commitment.isOver(until, LocalDate.now(clock));
        return new Deed(
                row.getString("municipality_code"),
                row.getString("state").equals("withdrawn")
                        ? State.WITHDRAWN
                        : due ? State.RENEWAL_DUE : State.COMMITTED,
                row.getDate("session_date").toLocalDate(),
                row.getString("resolution_number"),
                until,
                CommitmentStore.date(row, "withdrawn_on"),
                "",
                row.getBoolean("has_file"),
                reports,
                earlier);
    }
}
