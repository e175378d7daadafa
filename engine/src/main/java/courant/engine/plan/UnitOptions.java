package courant.engine.plan;

import courant.engine.cost.Ownership;
import courant.engine.cost.UnitCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be done with one unit.
///
/// @param unitCase the unit and its work
/// @param today the vehicle it is today
/// @param replacements what may replace it: the combustion reference first where allowed, then electric models that
/// work
/// @param age of today's vehicle at the plan's first year, years
/// @param deadline last year index by which it must be replaced or retired; at or beyond the horizon when it may stay
/// @param longestHold years a replacement may be held at most
/// @param chargerCents charger and installation at the first electric purchase, cents; 0 when it has one
/// @param siteCents by replacement, its share of the site's electrical step, cents
/// @param mayRetire whether its use is low enough to retire it
/// @param sharedWith number of the unit that can take its duty, null when none can
record UnitOptions(
        UnitCase unitCase,
        Ownership today,
        List<Ownership> replacements,
        int age,
        int deadline,
        int longestHold,
        long chargerCents,
        long[] siteCents,
        boolean mayRetire,
        @Nullable String sharedWith) {

    /// Capital of buying replacement `k` in a year, charger and site step included when it is the unit's first
    /// electric vehicle, cents.
    long capitalCents(int k, int year, boolean firstElectric) {
        return replacements.get(k).capexCents(year) + (firstElectric ? chargerCents + siteCents[k] : 0);
    }
}
