package courant.platform.planning.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The analyses of the last hours, in memory only: nothing of them is ever written to disk.
///
/// An analysis is forgotten some time after the last look, when its owner asks, or when too many others came since.
@Component
class AnalysisStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 18;

    private final Clock clock;
    private final PlanningLimits limits;
    /// In order of last look, the oldest first.
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    AnalysisStore(Clock clock, PlanningLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    private record Entry(Analysis analysis, Plans plans, Instant lastLook) {
        long weight() {
            return analysis.weight() + plans.weight();
        }
    }

    /// An analysis as it stands at one look.
    record Visit(String id, Analysis analysis, Plans plans) {}

    /// Keeps an analysis under an address nobody can guess (144 random bits).
    synchronized String keep(Analysis analysis) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        entries.put(id, new Entry(analysis, plans(), clock.instant()));
        makeRoom();
        return id;
    }

    /// @throws ForgottenAnalysisException when it is no longer there
    synchronized Visit visit(String id) {
        forgetOld();
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new ForgottenAnalysisException();
        }
        entries.put(id, new Entry(entry.analysis(), entry.plans(), clock.instant()));
        makeRoom();
        return new Visit(id, entry.analysis(), entry.plans());
    }

    /// Puts a changed analysis in the place of the former; its plans go when the units or the town changed.
    ///
    /// @throws ForgottenAnalysisException when it is no longer there
    synchronized void change(String id, UnaryOperator<Analysis> change) {
        Visit before = visit(id);
        Analysis after = change.apply(before.analysis());
        Plans plans = before.plans();
        if (!after.plansLike(before.analysis())) {
            plans.cancel();
            plans = plans();
        }
        entries.put(id, new Entry(after, plans, clock.instant()));
    }

    synchronized void forget(String id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            entry.plans().cancel();
        }
    }

    @Scheduled(fixedDelayString = "PT1M")
    synchronized void forgetOld() {
        Instant oldest = clock.instant().minus(limits.keep());
        Iterator<Entry> each = entries.values().iterator();
        while (each.hasNext()) {
            Entry entry = each.next();
            if (!entry.lastLook().isBefore(oldest)) {
                return;
            }
            entry.plans().cancel();
            each.remove();
        }
    }

    synchronized int size() {
        return entries.size();
    }

    private Plans plans() {
        return new Plans(LocalDate.now(clock));
    }

    /// The newest stays whatever its weight: a file within the limit of an upload fits.
    private void makeRoom() {
        long weight = entries.values().stream().mapToLong(Entry::weight).sum();
        Iterator<Entry> each = entries.values().iterator();
        while (entries.size() > 1
                && (entries.size() > limits.analyses()
                        || weight > limits.memory().toBytes())) {
            Entry oldest = each.next();
            weight -= oldest.weight();
            oldest.plans().cancel();
            each.remove();
        }
    }
}
