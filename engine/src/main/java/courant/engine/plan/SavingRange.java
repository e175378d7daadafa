package courant.engine.plan;

import courant.engine.fact.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The saving of a plan against its reference, and how it moves when one assumption moves and both plans stay as they
/// are. Costs are linear in every assumption moved, so that each saving is exact; the range adds the half-widths as
/// independent (root of the sum of squares).
final class SavingRange {
    private final long savingCents;
    private final List<Sensitivity> sensitivities;

    SavingRange(Projection plan, Projection reference, Facts facts) {
        this.savingCents = reference.totalCents() - plan.totalCents();
        Projection.Parts ours = plan.parts();
        Projection.Parts theirs = reference.parts();
        this.sensitivities = Stream.of(
                        move("fuel_price", facts, theirs.fuel - ours.fuel),
                        move("electric_price", facts, theirs.electricVehicles - ours.electricVehicles),
                        move("maintenance", facts, theirs.electricMaintenance - ours.electricMaintenance),
                        move("usage", facts, theirs.operating - ours.operating),
                        move("electricity_price", facts, theirs.electricity - ours.electricity),
                        move("resale", facts, ours.resale - theirs.resale))
                .sorted(Comparator.comparingLong(Sensitivity::widthCents).reversed())
                .toList();
    }

    /// @param savingPart the part of the saving that is proportional to the assumption, cents
    private Sensitivity move(String key, Facts facts, long savingPart) {
        double width = facts.value("uncertainty." + key);
        long change = Math.round(width * savingPart);
        return new Sensitivity(key, -width, width, savingCents - change, savingCents + change);
    }

    long savingCents() {
        return savingCents;
    }

    long lowCents() {
        return savingCents - halfWidth();
    }

    long highCents() {
        return savingCents + halfWidth();
    }

    private long halfWidth() {
        double sum = sensitivities.stream()
                .mapToDouble(s -> s.widthCents() / 2.0)
                .map(w -> w * w)
                .sum();
        return Math.round(Math.sqrt(sum));
    }

    /// Widest first.
    List<Sensitivity> sensitivities() {
        return sensitivities;
    }
}
