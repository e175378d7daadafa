package courant.platform.engagement.internal;

import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MrcCommitment;
import courant.platform.municipalities.MrcName;
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
    private volatile Read read = Read.NOTHING;

    private record Read(List<Deed> deeds, List<MrcCommitment> mrcs, Instant at) {
        static final Read NOTHING = new Read(List.of(), List.of(), Instant.MIN);
    }

    PublicCommitments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Deed> all() {
        return read().deeds();
    }

    @Override
    public List<MrcCommitment> ofMrcs() {
        return read().mrcs();
    }

    private Read read() {
        Read last = read;
        Instant now = Instant.now(clock);
        if (last.at().plus(KEPT).isBefore(now)) {
            last = readAll(now);
            read = last;
        }
        return last;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void readAgain(Changed changed) {
        read = Read.NOTHING;
    }

    /// These views show everybody the same, whoever acts.
    private Read readAll(Instant now) {
        Map<Long, List<Report>> reports = reports();
        Map<String, List<Past>> earlier = earlier();
        List<MrcCommitment> mrcs = mrcs();
        Map<String, Deed> deeds = new TreeMap<>();
        mrcs.forEach(mrc -> mrc.covers().stream()
                .filter(MrcCommitment.Cover::runs)
                .forEach(cover -> deeds.putIfAbsent(cover.code(), covered(mrc, cover))));
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
        return new Read(List.copyOf(deeds.values()), mrcs, now);
    }

    private List<MrcCommitment> mrcs() {
        Map<Long, List<MrcCommitment.Cover>> covers = covers();
        return database.sql("select * from public_commitment where kind = 'mrc' order by name, commitment_id")
                .query((row, index) -> mrc(row, covers.getOrDefault(row.getLong("commitment_id"), List.of())))
                .list();
    }

    private Map<Long, List<MrcCommitment.Cover>> covers() {
        Map<Long, List<MrcCommitment.Cover>> covers = new TreeMap<>();
        database.sql("select * from public_coverage order by municipality_code").query((ResultSet row) -> {
            covers.computeIfAbsent(row.getLong("commitment_id"), id -> new ArrayList<>())
                    .add(new MrcCommitment.Cover(
                            row.getString("municipality_code"),
                            row.getDate("since").toLocalDate(),
                            CommitmentStore.date(row, "ended_on")));
        });
        return covers;
    }

    private MrcCommitment mrc(ResultSet row, List<MrcCommitment.Cover> covers) throws SQLException {
        LocalDate withdrawnOn = CommitmentStore.date(row, "withdrawn_on");
        return new MrcCommitment(
                new MrcName(row.getString("name")),
                row.getBoolean("demonstration"),
                state(row),
                row.getDate("session_date").toLocalDate(),
                row.getString("resolution_number"),
                CommitmentStore.date(row, "renewed_until"),
                withdrawnOn == null
                        ? null
                        : new MrcCommitment.Withdrawal(withdrawnOn, row.getString("withdrawal_number")),
                row.getBoolean("has_file"),
                covers);
    }

    private State state(ResultSet row) throws SQLException {
        if (row.getString("state").equals("withdrawn")) {
            return State.WITHDRAWN;
        }
        boolean due = Commitment.isOver(CommitmentStore.date(row, "renewed_until"), LocalDate.now(clock));
        return due ? State.RENEWAL_DUE : State.COMMITTED;
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

    private static Deed covered(MrcCommitment mrc, MrcCommitment.Cover cover) {
        return new Deed(
                cover.code(),
                State.COVERED,
                cover.since(),
                "",
                null,
                null,
                mrc.name().name(),
                false,
                List.of(),
                List.of());
    }

    private Deed own(ResultSet row, List<Report> reports, List<Past> earlier) throws SQLException {
        return new Deed(
                row.getString("municipality_code"),
                state(row),
                row.getDate("session_date").toLocalDate(),
                row.getString("resolution_number"),
                CommitmentStore.date(row, "renewed_until"),
                CommitmentStore.date(row, "withdrawn_on"),
                "",
                row.getBoolean("has_file"),
                reports,
                earlier);
    }
}
