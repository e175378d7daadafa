package courant.platform.municipalities;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an MRC has publicly committed to, and the municipalities that this covers or covered.
///
/// @param name of the MRC, as it writes itself
/// @param invented whether it belongs to a demonstration
/// @param state today; never covered
/// @param since day of the council's session
/// @param resolutionNumber as the minutes give it
/// @param renewedUntil day to which it runs
/// @param withdrawal null before
/// @param hasResolution whether the resolution can be read
/// @param covers one for each municipality, by code
public record MrcCommitment(
        MrcName name,
        boolean invented,
        Commitments.State state,
        LocalDate since,
        String resolutionNumber,
        @Nullable LocalDate renewedUntil,
        @Nullable Withdrawal withdrawal,
        boolean hasResolution,
        List<Cover> covers) {
    /// @param on day of the council's session
    /// @param resolutionNumber as the minutes give it
    public record Withdrawal(LocalDate on, String resolutionNumber) {}

    /// @param code of the municipality
    /// @param since first day
    /// @param until last day, null while it runs
    public record Cover(
            String code, LocalDate since, @Nullable LocalDate until) {
        static final Comparator<Cover> BY_END =
                Comparator.comparing(cover -> cover.until() == null ? LocalDate.MAX : cover.until());

        public boolean runs() {
            return until == null;
        }
    }

    /// `/municipalites/mrc/{nom}`.
    public String address() {
        return "/municipalites/mrc/" + slug();
    }

    public String slug() {
        return MunicipalityDirectory.slug(name.name());
    }

    /// What it says of a municipality.
    public Optional<Cover> cover(String code) {
        return covers.stream().filter(cover -> cover.code().equals(code)).findFirst();
    }
}
