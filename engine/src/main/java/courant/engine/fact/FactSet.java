package courant.engine.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts of every date; `asOf` picks those in force on one day.
///
/// Where several rows of one id are in force, the one that began last wins; a municipal fact always wins.
public final class FactSet {
    private static final Comparator<Fact> PREFERENCE = Comparator.<Fact>comparingInt(
                    f -> f.grade() == Grade.MUNICIPAL ? 1 : 0)
            .thenComparing(f -> f.validFrom() == null ? LocalDate.MIN : f.validFrom());

    private final Map<String, List<Fact>> byId = new HashMap<>();

    public FactSet(Collection<Fact> facts) {
        facts.forEach(f -> byId.computeIfAbsent(f.id(), id -> new ArrayList<>()).add(f));
    }

    /// All facts of all dates, in order of id, then of beginning.
    public List<Fact> all() {
        return byId.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Fact::id).thenComparing(PREFERENCE))
                .toList();
    }

    /// These facts with others laid over them.
    public FactSet with(Collection<Fact> others) {
        List<Fact> union = new ArrayList<>(all());
        union.addAll(others);
        return new FactSet(union);
    }

    /// The facts in force on a day.
    public Facts asOf(LocalDate day) {
        Map<String, Fact> inForce = new HashMap<>();
        byId.forEach((id, facts) -> best(facts, day).ifPresent(f -> inForce.put(id, f)));
        return new Facts(day, inForce);
    }

    private static Optional<Fact> best(List<Fact> facts, LocalDate day) {
        return facts.stream().filter(f -> f.inForceOn(day)).max(PREFERENCE);
    }
}
