package courant.platform.funding.internal;

import courant.engine.fact.Grade;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantObject;
import courant.engine.incentive.GrantUnit;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.funding.ProgrammeLibrary;
import courant.platform.funding.StandingProgramme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Programmes that editors entered or corrected. Each time is a version of its own: nothing is changed or deleted.
@Component
class ProgrammeStore {
    private static final String SEPARATOR = " ; ";

    private final JdbcClient database;
    private final AuditTrail audit;
    private final ProgrammeLibrary library;
    private final TransactionTemplate own;
    private final ReentrantLock refreshing = new ReentrantLock();

    ProgrammeStore(
            JdbcClient database, AuditTrail audit, ProgrammeLibrary library, PlatformTransactionManager transactions) {
        this.own = new TransactionTemplate(transactions);
        this.own.setReadOnly(true);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.database = database;
        this.audit = audit;
        this.library = library;
    }

    /// Somebody else published a version in between.
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// A version an editor published.
    record Version(StandingProgramme standing, Instant at) {
        long id() {
            return standing.version();
        }
    }

    /// What an editor publishes.
    ///
    /// @param base number of the version the person began with, 0 for none
    /// @param resembling ids of the programmes it resembles without being one of them
    /// @param reason why it is another one, empty when it resembles none
    record Publication(
            Programme programme, String noteEn, boolean withdrawn, long base, List<String> resembling, String reason) {}

    /// @return number of the new version
    /// @throws OvertakenException when another version was published since: nothing is kept
    @Transactional
    public long publish(Person by, Publication publication) {
        Programme programme = publication.programme();
        // One version at a time: a lock, and what stands is looked at again.
        database.sql("select pg_advisory_xact_lock(hashtext('courant.programme.' || :id))::text")
                .param("id", programme.id())
                .query(String.class)
                .single();
        long standing = database.sql("select coalesce(max(id), 0) from programme_version where programme = :id")
                .param("id", programme.id())
                .query(Long.class)
                .single();
        if (standing != publication.base()) {
            throw new OvertakenException();
        }
        long version = insert(publication);
        amounts(version, programme.amounts());
        database.sql("""
                        insert into programme_version_author (version_id, written_by, resembling, reason)
                        values (:version, :by, :resembling, :reason)
                        """)
                .param("version", version)
                .param("by", by.id())
                .param("resembling", String.join(" ", publication.resembling()))
                .param("reason", publication.reason())
                .update();
        audit.record(by.actor(), action(publication), subject(publication, version));
        refreshOnceCommitted();
        return version;
    }

    private static String action(Publication publication) {
        return publication.withdrawn()
                ? "programme.withdrawn"
                : publication.base() == 0 ? "programme.entered" : "programme.corrected";
    }

    /// Why it is another one than those it resembles stays with the version: the journal keeps no free text.
    private static String subject(Publication publication, long version) {
        String subject = "programme/" + publication.programme().id() + " version/" + version;
        return subject
                + publication.resembling().stream().map(id -> " autre/" + id).collect(Collectors.joining());
    }

    private long insert(Publication publication) {
        Programme programme = publication.programme();
        return database.sql("""
                        insert into programme_version (programme, name_fr, name_en, funder, price_cap_cents,
                          building_year_cap_cents, stacking_share, valid_from, valid_to, valid_to_assumed, state,
                          municipal_eligible, source, source_date, grade, note_fr, note_en, withdrawn)
                        values (:id, :nameFr, :nameEn, :funder, :priceCap, :buildingCap, :stacking, :from, :to, :assumed, :state,
                          :eligible, :source, :sourceDate, :grade, :noteFr, :noteEn, :withdrawn) returning id
                        """)
                .param("id", programme.id())
                .param("nameFr", programme.nameFr())
                .param("nameEn", programme.nameEn())
                .param("funder", programme.funder())
                .param("priceCap", programme.priceCapCents())
                .param("buildingCap", programme.buildingYearCapCents())
                .param("stacking", programme.stackingShare())
                .param("from", programme.validFrom())
                .param("to", programme.validTo())
                .param("assumed", programme.validToAssumed())
                .param("state", programme.state().id())
                .param("eligible", programme.municipalEligible())
                .param("source", programme.source())
                .param("sourceDate", programme.sourceDate())
                .param("grade", programme.grade().id())
                .param("noteFr", programme.note())
                .param("noteEn", publication.noteEn())
                .param("withdrawn", publication.withdrawn())
                .query(Long.class)
                .single();
    }

    private void amounts(long version, List<GrantAmount> amounts) {
        int position = 0;
        for (GrantAmount amount : amounts) {
            database.sql("""
                            insert into programme_version_amount (version_id, position, object, gvwr_min, gvwr_max, year,
                              rate, max_cents, per) values (:version, :position, :object, :from, :to, :year, :rate, :max, :per)
                            """)
                    .param("version", version)
                    .param("position", position++)
                    .param("object", amount.object().id())
                    .param("from", amount.gvwrMin())
                    .param("to", amount.gvwrMax())
                    .param("year", amount.year())
                    .param("rate", amount.rate())
                    .param("max", amount.maxCents())
                    .param("per", amount.per() == null ? null : amount.per().id())
                    .update();
        }
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Version> versions(String programme) {
        return read("v.programme = :programme", programme).reversed();
    }

    /// @param which condition on the version `v`
    private List<Version> read(String which, String programme) {
        Map<Long, List<GrantAmount>> amounts = new HashMap<>();
        database.sql("select a.* from programme_version_amount a join programme_version v on v.id = a.version_id where "
                        + which + " order by a.version_id, a.position")
                .param("programme", programme)
                .query((ResultSet row) -> {
                    amounts.computeIfAbsent(row.getLong("version_id"), version -> new ArrayList<>())
                            .add(amount(row));
                });
        return database.sql("select v.* from programme_version v where " + which + " order by v.id")
                .param("programme", programme)
                .query((row, index) -> version(row, amounts))
                .list();
    }

    private static GrantAmount amount(ResultSet row) throws SQLException {
        String per = row.getString("per");
        return new GrantAmount(
                constant(GrantObject.class, row.getString("object")),
                row.getInt("gvwr_min"),
                row.getInt("gvwr_max"),
                row.getObject("year", Integer.class),
                row.getDouble("rate"),
                row.getLong("max_cents"),
                per == null ? null : constant(GrantUnit.class, per));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String id) {
        return Enum.valueOf(type, id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Version version(ResultSet row, Map<Long, List<GrantAmount>> amounts) throws SQLException {
        long id = row.getLong("id");
        Programme programme = new Programme(
                row.getString("programme"),
                row.getString("name_fr"),
                row.getString("name_en"),
                row.getString("funder"),
                amounts.getOrDefault(id, List.of()),
                row.getObject("price_cap_cents", Long.class),
                row.getObject("building_year_cap_cents", Long.class),
                row.getObject("stacking_share", Double.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("valid_to_assumed"),
                constant(ProgrammeState.class, row.getString("state")),
                row.getObject("municipal_eligible", Boolean.class),
                row.getString("source"),
                row.getString("source_date"),
                constant(Grade.class, row.getString("grade")),
                row.getString("note_fr"));
        Instant at = row.getTimestamp("written_at").toInstant();
        return new Version(
                new StandingProgramme(
                        programme,
                        row.getString("note_en"),
                        shipped(programme.id()),
                        id,
                        at,
                        row.getBoolean("withdrawn")),
                at);
    }

    private static @Nullable Programme shipped(String id) {
        return FactTables.incentives().programmes().stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /// Names of who wrote the versions of a programme, for editors; empty for an account that is gone.
    @Transactional(readOnly = true)
    public Map<Long, String> authors(String programme) {
        Map<Long, String> authors = new HashMap<>();
        database.sql("select * from programme_authors(:programme)")
                .param("programme", programme)
                .query((ResultSet row) -> {
                    authors.put(row.getLong("version_id"), Objects.requireNonNullElse(row.getString("author"), ""));
                });
        return authors;
    }

    /// Sources as one text, as the table of facts writes them.
    static String joined(List<String> sources) {
        return String.join(SEPARATOR, sources);
    }

    static List<String> sources(Programme programme) {
        return Arrays.stream(programme.source().split(SEPARATOR))
                .map(String::strip)
                .toList();
    }

    @EventListener
    public void begin(ApplicationStartedEvent started) {
        refresh();
    }

    /// Shows what other instances published.
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    public void lookAgain() {
        refresh();
    }

    /// A version that is taken back is never shown.
    private void refreshOnceCommitted() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    /// One at a time, each in a transaction of its own: what is shown last was read last.
    private void refresh() {
        refreshing.lock();
        try {
            library.show(Objects.requireNonNull(own.execute(status -> standing())));
        } finally {
            refreshing.unlock();
        }
    }

    private List<StandingProgramme> standing() {
        return read("""
                        v.id in (select max(id) from programme_version group by programme) and :programme = ''
                        """, "").stream().map(Version::standing).toList();
    }
}
