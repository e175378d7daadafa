package courant.ingest.classify;

import org.jspecify.annotations.Nullable;

/// What a sheet says of one unit; texts are empty when not given.
public record Description(
        String make,
        String model,
        String text,
        String category,
        String unitNumber,
        @Nullable Integer year,
        @Nullable Double gvwrKg,
        String fuelText,
        String vin) {}
