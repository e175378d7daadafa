package courant.platform.planning.internal;

import courant.facts.PlanBasis;
import courant.platform.web.Secret;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The plans of one fleet in one town: the assessment they share, and the answers by question, the latest few.
final class Plans {
    private static final int MOST_ANSWERS = 10;
    private static final long UNIT_BYTES = 6_000;

    private final LocalDate today;
    /// By question, the one asked longest ago first.
    private final LinkedHashMap<Question, PlanJob> jobs = new LinkedHashMap<>(16, 0.75f, true);

    /// Private links by the question they keep.
    private final Map<String, Secret> links = new LinkedHashMap<>();

    private final Object assessing = new Object();
    private @Nullable PlanBasis basis;
    private @Nullable Range range;
    private boolean isExploring;

    /// Yearly capital worth asking for.
    ///
    /// @param leastDollars least yearly budget known to allow a plan, null when not known yet
    /// @param mostDollars dearest year of the plan without limit: more than that changes nothing
    record Range(@Nullable Long leastDollars, long mostDollars) {}

    Plans(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /// The job of a question; made when it was never asked, was forgotten or was cancelled. A new question ends the
    /// search for the answer to an earlier one: the person has moved on, and the processors are shared.
    synchronized PlanJob job(Question question, Supplier<PlanJob> submit) {
        PlanJob known = jobs.get(question);
        if (known != null && !known.isCancelled()) {
            return known;
        }
        jobs.values().stream().filter(job -> !job.isOver()).forEach(PlanJob::cancel);
        PlanJob job = submit.get();
        jobs.put(question, job);
        Iterator<PlanJob> each = jobs.values().iterator();
        while (jobs.size() > MOST_ANSWERS && each.hasNext()) {
            if (each.next().isOver()) {
                each.remove();
            }
        }
        return job;
    }

    synchronized Optional<PlanJob> find(Question question) {
        return Optional.ofNullable(jobs.get(question));
    }

    /// The assessment of the fleet, made by the first who needs it; others wait, lookers do not.
    PlanBasis basis(Supplier<PlanBasis> assess) {
        synchronized (assessing) {
            if (basis == null) {
                basis = assess.get();
            }
            return basis;
        }
    }

    synchronized Optional<Range> range() {
        return Optional.ofNullable(range);
    }

    synchronized void setRange(Range known) {
        range = known;
    }

    /// Whether the least budget is still to be found and nobody else looks for it; who is told so looks for it now.
    synchronized boolean beginExploring() {
        boolean begins = !isExploring && range != null && range.leastDollars() == null;
        isExploring |= begins;
        return begins;
    }

    synchronized void endExploring() {
        isExploring = false;
    }

    /// The private link of a question: the one there is, as long as it lasts, else one made now. Asking twice, as a
    /// double click does, keeps one copy.
    synchronized Secret link(String question, Predicate<Secret> lasts, Supplier<Secret> save) {
        Secret known = links.get(question);
        if (known != null && lasts.test(known)) {
            return known;
        }
        Secret link = save.get();
        links.put(question, link);
        return link;
    }

    synchronized void cancel() {
        jobs.values().forEach(PlanJob::cancel);
    }

    synchronized long weight() {
        return jobs.values().stream()
                        .filter(PlanJob::isOver)
                        .mapToLong(PlanJob::units)
                        .sum()
                * UNIT_BYTES;
    }
}
