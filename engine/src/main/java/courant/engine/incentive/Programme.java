package courant.engine.incentive;

import courant.engine.fact.Grade;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One grant programme as it was read.
///
/// @param id stable kebab-case name
/// @param nameFr name in French
/// @param nameEn name in English
/// @param funder who pays
/// @param amounts what it pays; empty when no amount was read
/// @param priceCapCents greatest pre-tax price of an eligible vehicle, cents; null when none
/// @param buildingYearCapCents greatest total per building and fiscal year, cents; null when none
/// @param stackingShare greatest share of the price that all grants together may reach, 0 to 1; null when not stated
/// @param validFrom first day, null when not known
/// @param validTo last day, null when not known
/// @param validToAssumed whether that day is our assumption, because the source gives a year or a scale and no day
/// @param state whether a municipality may count on it
/// @param municipalEligible whether the source names municipalities: true, false, or null when it does not say
/// @param source where it was read
/// @param sourceDate date of that source, may be empty
/// @param grade how sure it is
/// @param note what the reader should know, in French
public record Programme(
        String id,
        String nameFr,
        String nameEn,
        String funder,
        List<GrantAmount> amounts,
        @Nullable Long priceCapCents,
        @Nullable Long buildingYearCapCents,
        @Nullable Double stackingShare,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean validToAssumed,
        ProgrammeState state,
        @Nullable Boolean municipalEligible,
        String source,
        String sourceDate,
        Grade grade,
        String note) {
    public Programme {
        amounts = List.copyOf(amounts);
        if (state == ProgrammeState.CONFIRMED && !Boolean.TRUE.equals(municipalEligible)) {
            throw new IllegalArgumentException("""
                    Programme %s is confirmed, but its source does not name municipalities.
                    Money is confirmed only where the source does: write `to-confirm`.""".formatted(id));
        }
        if (validToAssumed && validTo == null) {
            throw new IllegalArgumentException("""
                    Programme %s has an assumed last day, but no last day.
                    Maybe the day is missing.""".formatted(id));
        }
        if (stackingShare != null && !(stackingShare > 0 && stackingShare <= 1)) {
            throw new IllegalArgumentException(
                    "Programme %s stacks to the share %s; 0 to 1 is expected.".formatted(id, stackingShare));
        }
    }

    /// Its state on a day: what has passed its last day is closed, whatever was read.
    public ProgrammeState stateOn(LocalDate today) {
        return validTo != null && validTo.isBefore(today) ? ProgrammeState.CLOSED : state;
    }

    /// Whether it is open at the end of the year: money that may stop before December is not counted on.
    boolean openThroughEndOf(int year) {
        return !startsAfter(year) && (validTo == null || !validTo.isBefore(LocalDate.of(year, 12, 31)));
    }

    /// Whether it is open on some day of the year.
    boolean openWithin(int year) {
        return !startsAfter(year) && (validTo == null || validTo.getYear() >= year);
    }

    /// Whether it opens in a later year.
    boolean startsAfter(int year) {
        return validFrom != null && validFrom.getYear() > year;
    }

    /// The amount for an expense, price cap respected; 0 when it covers nothing of it.
    long cents(GrantObject object, int gvwrClass, long expenseCents, int year) {
        if (priceCapCents != null && expenseCents > priceCapCents) {
            return 0;
        }
        return amounts.stream()
                .filter(a -> a.covers(object, gvwrClass, year))
                .mapToLong(a -> a.cents(expenseCents))
                .max()
                .orElse(0);
    }
}
