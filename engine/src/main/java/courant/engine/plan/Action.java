package courant.engine.plan;

import courant.engine.fleet.Fuel;

/// One thing done with a unit. Money in integer cents.
///
/// @param kind what is done
/// @param year budget year; the first year of the plan for `keep`
/// @param modelId electric model of the catalogue, or `combustion-<class>` for the reference; empty for keep, retire,
/// share
/// @param modelName the model as a person says it, empty for keep, retire, share
/// @param fuel what drives the unit afterwards
/// @param capexCents vehicle, upfit, charger and site steps, non-recoverable tax included, before grants
/// @param chargerCents the part of `capexCents` that is charger and installation
/// @param siteCents the part of `capexCents` that is the site's electrical steps
/// @param grantCents confirmed grants only
/// @param possibleGrantCents grants « à confirmer », never counted in any total
/// @param reason why
public record Action(
        ActionKind kind,
        int year,
        String modelId,
        String modelName,
        Fuel fuel,
        long capexCents,
        long chargerCents,
        long siteCents,
        long grantCents,
        long possibleGrantCents,
        Reason reason) {
    public Action {
        if (capexCents < 0 || grantCents < 0 || grantCents > capexCents) {
            throw new IllegalArgumentException(
                    "Action of %d costs %d cents before %d cents of grants: a grant never exceeds the cost."
                            .formatted(year, capexCents, grantCents));
        }
    }

    public long netCents() {
        return capexCents - grantCents;
    }

    public boolean electric() {
        return fuel == Fuel.ELECTRIC;
    }

    /// The same action with the reason for it.
    Action because(Reason why) {
        return new Action(
                kind,
                year,
                modelId,
                modelName,
                fuel,
                capexCents,
                chargerCents,
                siteCents,
                grantCents,
                possibleGrantCents,
                why);
    }
}
