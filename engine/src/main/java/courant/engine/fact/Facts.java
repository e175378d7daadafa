package courant.engine.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The facts in force on one day. Remembers which were asked for, so that a result can list what it used.
public final class Facts {
    private final LocalDate asOf;
    private final Map<String, Fact> byId;
    private final Map<String, Fact> used = new ConcurrentHashMap<>();

    Facts(LocalDate asOf, Map<String, Fact> byId) {
        this.asOf = asOf;
        this.byId = Map.copyOf(byId);
    }

    public LocalDate asOf() {
        return asOf;
    }

    /// The value of a fact, in its own unit.
    ///
    /// @throws MissingFactException when none is in force
    public double value(String id) {
        return fact(id).value();
    }

    /// The fact itself; asking for it counts as using it.
    ///
    /// @throws MissingFactException when none is in force
    public Fact fact(String id) {
        return find(id).orElseThrow(() -> new MissingFactException(id, asOf));
    }

    /// The fact if it is in force; asking for it counts as using it.
    public Optional<Fact> find(String id) {
        Fact fact = byId.get(id);
        if (fact != null) {
            used.putIfAbsent(id, fact);
        }
        return Optional.ofNullable(fact);
    }

    /// The facts asked for since this set was made, in order of id.
    public List<Fact> used() {
        return List.copyOf(new TreeMap<>(used).values());
    }

    /// The same facts with one value replaced and nothing yet used; for ranges and sensitivity.
    public Facts with(String id, double value) {
        Fact old = fact(id);
        Map<String, Fact> changed = new TreeMap<>(byId);
        changed.put(
                id,
                new Fact(
                        id,
                        value,
                        old.unit(),
                        old.validFrom(),
                        old.validTo(),
                        old.source(),
                        old.sourceDate(),
                        old.grade(),
                        old.note()));
        return new Facts(asOf, changed);
    }

    /// The same facts with the same ones used so far; what is asked of either from now on, the other does not see.
    public Facts copy() {
        Facts copy = new Facts(asOf, byId);
        copy.used.putAll(used);
        return copy;
    }

    /// The same facts with nothing yet used.
    public Facts fresh() {
        return new Facts(asOf, byId);
    }
}
