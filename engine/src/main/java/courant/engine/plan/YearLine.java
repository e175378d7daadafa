package courant.engine.plan;

import org.jspecify.annotations.Nullable;

/// One budget year of a plan, undiscounted, in integer cents.
///
/// @param year budget year
/// @param budgetCents capital the council allows, null when no limit was given
/// @param capexCents capital spent, before grants
/// @param grantCents confirmed grants
/// @param resaleCents received for the units replaced
/// @param fuelCents fuel bought
/// @param electricityCents electricity, with the demand it adds
/// @param maintenanceCents maintenance
/// @param referenceCapexCents capital of the reference plan (no electrification) that year
/// @param referenceOperatingCents fuel, electricity and maintenance of the reference plan that year
/// @param ghgT emissions of the fleet, t CO2e
/// @param referenceGhgT emissions under the reference plan, t CO2e
/// @param electricUnits planned units electric at the end of the year
/// @param unitsPresent planned units in the fleet at the end of the year
/// @param replacedElectric units replaced by an electric model this year
/// @param replacedCombustion units replaced by a combustion model this year
public record YearLine(
        int year,
        @Nullable Long budgetCents,
        long capexCents,
        long grantCents,
        long resaleCents,
        long fuelCents,
        long electricityCents,
        long maintenanceCents,
        long referenceCapexCents,
        long referenceOperatingCents,
        double ghgT,
        double referenceGhgT,
        int electricUnits,
        int unitsPresent,
        int replacedElectric,
        int replacedCombustion) {
    public long operatingCents() {
        return fuelCents + electricityCents + maintenanceCents;
    }
}
