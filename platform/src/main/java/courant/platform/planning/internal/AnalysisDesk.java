package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.ingest.Ingest;
import courant.ingest.IngestOptions;
import courant.ingest.RefusedFileException;
import courant.ingest.Understanding;
import courant.ingest.UsageJoin;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where a person brings a file and asks for its plan: opens, corrects and forgets analyses, and puts plans in the
/// queue.
@Component
class AnalysisDesk {
    private static final String SAMPLE = "/courant/platform/planning/parc.xlsx";

    private final AnalysisStore store;
    private final FleetPlanner planner;
    private final PlanQueue queue;
    private final Clock clock;
    /// Reading a large file takes a processor and memory: never more at once than there are workers.
    private final Semaphore reading;

    AnalysisDesk(AnalysisStore store, FleetPlanner planner, PlanQueue queue, PlanningLimits limits, Clock clock) {
        this.store = store;
        this.planner = planner;
        this.queue = queue;
        this.clock = clock;
        this.reading = new Semaphore(limits.workers(), true);
    }

    /// @return the id of the analysis, the secret part of its address
    /// @throws RefusedFileException when nothing can be made of the file; nothing is kept then
    String open(NamedFile file) throws RefusedFileException {
        IngestOptions options = options();
        return store.keep(new Analysis(file, options, read(file, options), null, null, false));
    }

    /// Opens the invented fleet of an invented town.
    String openSample() throws RefusedFileException {
        NamedFile file = sampleFile();
        IngestOptions options = options();
        return store.keep(new Analysis(file, options, read(file, options), null, Towns.SAMPLE, true));
    }

    /// Opens an analysis again from what was kept of it: its own inventory and the town.
    ///
    /// @param inventory `inventory.csv` as [Analysis#inventory()] gives it
    /// @throws RefusedFileException when the bytes are no inventory of ours
    String reopen(NamedFile inventory, Municipality municipality) throws RefusedFileException {
        IngestOptions options = options();
        boolean sample = municipality.code().equals(Towns.SAMPLE.code());
        return store.keep(new Analysis(inventory, options, read(inventory, options), null, municipality, sample));
    }

    private IngestOptions options() {
        return IngestOptions.asOf(LocalDate.now(clock), Locale.CANADA_FRENCH);
    }

    private static NamedFile sampleFile() {
        try (InputStream in = Objects.requireNonNull(AnalysisDesk.class.getResourceAsStream(SAMPLE), SAMPLE)) {
            return new NamedFile("parc.xlsx", in.readAllBytes());
        } catch (IOException damaged) {
            throw new IllegalStateException("The sample fleet of the release cannot be read.", damaged);
        }
    }

    private Understanding read(NamedFile file, IngestOptions options) throws RefusedFileException {
        reading.acquireUninterruptibly();
        try {
            return Ingest.read(file.name(), file.content(), options);
        } finally {
            reading.release();
        }
    }

    /// @throws ForgottenAnalysisException when it is no longer in memory
    AnalysisStore.Visit visit(String id) {
        return store.visit(id);
    }

    /// Reads the file again under what the person says of it.
    ///
    /// @throws RefusedFileException when so read it lists no units; the former reading stays
    void reread(String id, IngestOptions said) throws RefusedFileException {
        Understanding understood = read(store.visit(id).analysis().file(), said);
        store.change(id, analysis -> analysis.withReading(said, understood));
    }

    /// Joins a second file of use by unit number.
    ///
    /// @throws RefusedFileException when the file cannot be read or names no units
    void join(String id, NamedFile file) throws RefusedFileException {
        Understanding usage = read(file, options());
        store.change(
                id,
                analysis -> analysis.withUsage(new Analysis.UsageFile(
                        file, UsageJoin.join(analysis.understanding().fleet(), usage))));
    }

    void withoutUsage(String id) {
        store.change(id, analysis -> analysis.withUsage(null));
    }

    void settle(String id, Municipality municipality) {
        store.change(
                id,
                analysis -> municipality.equals(analysis.municipality())
                        ? analysis
                        : analysis.withMunicipality(municipality));
    }

    void forget(String id) {
        store.forget(id);
    }

    /// @throws NothingToPlanException when the fleet has no unit that can be planned
    static void requireUnits(AnalysisStore.Visit visit) {
        if (visit.analysis().fleet().planned().isEmpty()) {
            throw new NothingToPlanException(visit);
        }
    }

    /// The plan of a question: on its way, or there already. The same question asked twice is one plan.
    ///
    /// @return null until the person said whose fleet it is
    /// @throws CrowdedException when too many plans wait
    /// @throws NothingToPlanException when the fleet has no unit that can be planned
    @Nullable
    PlanJob ask(AnalysisStore.Visit visit, Question question) {
        Analysis analysis = visit.analysis();
        requireUnits(visit);
        Municipality municipality = analysis.municipality();
        if (municipality == null) {
            return null;
        }
        int units = analysis.fleet().planned().size();
        return visit.plans()
                .job(
                        question,
                        () -> queue.submit(
                                visit.id(), units, planner.plan(analysis, municipality, visit.plans(), question)));
    }
}
