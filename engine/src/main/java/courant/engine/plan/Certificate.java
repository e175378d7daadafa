package courant.engine.plan;

/// The proof beside an optimum: no plan of the same model can cost less than the bound.
///
/// @param objectiveCents discounted cost of the plan over the horizon, cents
/// @param boundCents proved lower bound, cents, never above the objective
/// @param repricedCents the objective as the independent checker finds it from the actions alone, cents
/// @param violations what the checker found broken (budgets, targets, lives); empty when it agrees
public record Certificate(long objectiveCents, long boundCents, long repricedCents, java.util.List<String> violations) {
    public Certificate {
        violations = java.util.List.copyOf(violations);
    }

    /// (objective − bound) / |objective|, a fraction; 0 is proved.
    public double gap() {
        return objectiveCents == 0 ? 0 : (objectiveCents - boundCents) / (double) Math.abs(objectiveCents);
    }

    /// Whether the checker finds the same price to the cent and nothing broken.
    public boolean checkerAgrees() {
        return violations.isEmpty() && objectiveCents == repricedCents;
    }
}
