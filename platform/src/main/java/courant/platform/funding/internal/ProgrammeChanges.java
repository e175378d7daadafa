package courant.platform.funding.internal;

import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.Programme;
import courant.platform.funding.ProgrammeLibrary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Notes what became of the programmes: those that this version or an editor adds or changes, and those that close
/// within a month, on a day that was read. Each change is noted once, however often it is looked for; what a
/// programme was before and is again is a change.
@Component
class ProgrammeChanges {
    private static final int CLOSING_DAYS = 30;

    private final JdbcClient database;
    private final ProgrammeLibrary library;
    private final Clock clock;

    ProgrammeChanges(JdbcClient database, ProgrammeLibrary library, Clock clock) {
        this.database = database;
        this.library = library;
        this.clock = clock;
    }

    /// @param programme its id
    /// @param kind `new`, `changed` or `closing`
    record Change(long id, String programme, String kind) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void note() {
        note(library.programmes());
    }

    void note(List<Programme> programmes) {
        LocalDate today = LocalDate.now(clock);
        boolean first = database.sql("select count(*) from programme_change")
                        .query(Long.class)
                        .single()
                == 0;
        for (Programme programme : programmes) {
            String fingerprint = fingerprint(programme);
            boolean known = database.sql("""
                            select count(*) from programme_change where programme = :programme and kind <> 'closing'
                            """)
                            .param("programme", programme.id())
                            .query(Long.class)
                            .single()
                    > 0;
            // On the first day everything is known already: nobody is told of it as news.
            note(programme, first ? "known" : known ? "changed" : "new", fingerprint);
            LocalDate last = programme.validTo();
            if (last != null
                    && !programme.validToAssumed()
                    && !last.isBefore(today)
                    && !last.minusDays(CLOSING_DAYS).isAfter(today)) {
                note(programme, "closing", last.toString());
            }
        }
    }

    private void note(Programme programme, String kind, String fingerprint) {
        if (kind.equals("closing") || !fingerprint.equals(lastSeen(programme))) {
            database.sql("""
                            insert into programme_change (programme, kind, fingerprint)
                            values (:programme, :kind, :fingerprint) on conflict do nothing
                            """)
                    .param("programme", programme.id())
                    .param("kind", kind)
                    .param("fingerprint", fingerprint)
                    .update();
        }
    }

    private String lastSeen(Programme programme) {
        return database.sql("""
                        select fingerprint from programme_change where programme = :programme and kind <> 'closing'
                        order by id desc limit 1
                        """)
                .param("programme", programme.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// Changes when anything a reader would notice does: state, dates, amounts, ceilings, eligibility. The database
    /// keeps it, so that what stays as it was must be written as it was.
    static String fingerprint(Programme programme) {
        return Stream.of(
                        programme.state(),
                        programme.validFrom(),
                        programme.validTo() + (programme.validToAssumed() ? " assumed" : ""),
                        programme.amounts().stream()
                                .map(ProgrammeChanges::fingerprint)
                                .toList(),
                        programme.priceCapCents(),
                        programme.buildingYearCapCents(),
                        programme.stackingShare(),
                        programme.municipalEligible())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    /// What an amount is per is left out: an amount whose unit becomes known pays what it paid.
    private static String fingerprint(GrantAmount amount) {
        return "GrantAmount[object=%s, gvwrMin=%d, gvwrMax=%d, year=%s, rate=%s, maxCents=%d]"
                .formatted(
                        amount.object(),
                        amount.gvwrMin(),
                        amount.gvwrMax(),
                        amount.year(),
                        amount.rate(),
                        amount.maxCents());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<Change> since(long id) {
        return database.sql("select * from programme_change where id > :id and kind <> 'known' order by id")
                .param("id", id)
                .query((row, index) -> new Change(row.getLong("id"), row.getString("programme"), row.getString("kind")))
                .list();
    }
}
