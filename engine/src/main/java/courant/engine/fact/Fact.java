package courant.engine.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One dated number with its source.
///
/// @param id stable name, dot separated, for example `hq.M.demand`
/// @param value the number, in `unit`
/// @param unit unit of the value, for example `CAD/kWh`
/// @param validFrom first day in force, null when unknown or always
/// @param validTo last day in force, null when still in force
/// @param source where it was read; `none` for a planning default, never invented
/// @param sourceDate date of the source as it states it, may be empty
/// @param grade how sure it is
/// @param note what the reader should know, may be empty
public record Fact(
        String id,
        double value,
        String unit,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        String sourceDate,
        Grade grade,
        String note) {
    public Fact {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A fact has no id.");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "Fact %s has the value %s; a finite number is expected.".formatted(id, value));
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("""
                    Fact %s ends (%s) before it begins (%s).
                    Maybe the two dates are swapped.""".formatted(id, validTo, validFrom));
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("""
                    Fact %s has no source.
                    Maybe it is a planning default: write `none` and the grade `belief`.""".formatted(id));
        }
        if (source.equals("none") && grade != Grade.BELIEF && grade != Grade.MUNICIPAL) {
            throw new IllegalArgumentException("""
                    Fact %s has no source but the grade %s.
                    Without a source the grade is `belief`.""".formatted(id, grade.id()));
        }
    }

    public boolean inForceOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
