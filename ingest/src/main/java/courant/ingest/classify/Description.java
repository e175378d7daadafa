package courant.ingest.classify;

import org.jspecify.annotations.Nullable;

/// What a row of a fleet sheet says of one unit; texts are empty when the sheet does not say.
///
/// @param make maker as written, `FRD` and `INTERNATIO` included
/// @param model model as written
/// @param text free description; several columns of the source are joined by ` | `
/// @param category the town's own category or weight class, for example `CLASS8`
/// @param unitNumber the town's number for the unit; carried along, never used as evidence
/// @param year model year, null when not given; carried along, never used as evidence
/// @param gvwrKg gross vehicle weight rating, kg, null when not given
/// @param fuelText fuel as written, for example `Essence`
/// @param vin vehicle identification number
public record Description(
        String make,
        String model,
        String text,
        String category,
        String unitNumber,
        @Nullable Integer year,
        @Nullable Double gvwrKg,
        String fuelText,
        String vin) {
    public Description {
        if (gvwrKg != null && !(gvwrKg > 0 && gvwrKg < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("""
                    Unit %s has a gross weight rating of %s kg.
                    Maybe an empty cell was read as zero: a weight that is not given is null.\
                    """.formatted(unitNumber, gvwrKg));
        }
    }

    /// A description by make, model and free text alone.
    public static Description of(String make, String model, String text) {
        return new Description(make, model, text, "", "", null, null, "", "");
    }
}
