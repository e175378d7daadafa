package courant.platform.engagement.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a town says of a year.
///
/// @param vehicles in the fleet, null when not said
/// @param electric of the vehicles, null when not said
/// @param planAdoptedOn day the council adopted a plan, null before
/// @param text in the town's words
public record YearReport(
        @Nullable Integer vehicles,
        @Nullable Integer electric,
        @Nullable LocalDate planAdoptedOn,
        String text) {}
