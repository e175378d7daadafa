package courant.engine.plan;

/// How the saving moves when one assumption moves, the plan staying as it is.
///
/// @param key key of the assumption in the message bundles, `plan.sensitivity.<key>`
/// @param low fraction by which the assumption is lowered, for example −0.2
/// @param high fraction by which it is raised
/// @param savingAtLowCents lifetime saving with the lowered assumption, cents
/// @param savingAtHighCents lifetime saving with the raised assumption, cents
public record Sensitivity(String key, double low, double high, long savingAtLowCents, long savingAtHighCents) {
    public long widthCents() {
        return Math.abs(savingAtHighCents - savingAtLowCents);
    }
}
