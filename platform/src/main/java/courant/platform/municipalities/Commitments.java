package courant.platform.municipalities;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What municipalities and MRCs have publicly committed to; another module knows.
public interface Commitments {
    /// What everybody sees of them may be another from now on.
    record Changed() {}

    /// How a municipality stands. One without a deed is never named.
    enum State {
        COMMITTED,
        RENEWAL_DUE,
        COVERED,
        WITHDRAWN;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /// Whether its own council is engaged today; to be covered by one's MRC is another thing.
        public boolean engaged() {
            return this == COMMITTED || this == RENEWAL_DUE;
        }

        /// Whether an engagement holds for it today, its own or that of its MRC.
        public boolean holds() {
            return this != WITHDRAWN;
        }
    }

    /// @param code of the municipality
    /// @param state today
    /// @param since day of the council's session, or of the cover by its MRC
    /// @param resolutionNumber empty for a covered one
    /// @param renewedUntil day to which it runs, null for a covered one
    /// @param withdrawnOn day of withdrawal, null before
    /// @param coveredBy name of the MRC, empty otherwise
    /// @param hasResolution whether the resolution can be read
    /// @param reports what the municipality said of its years, newest first
    /// @param earlier commitments it withdrew before this one, newest first
    record Deed(
            String code,
            State state,
            LocalDate since,
            String resolutionNumber,
            @Nullable LocalDate renewedUntil,
            @Nullable LocalDate withdrawnOn,
            String coveredBy,
            boolean hasResolution,
            List<Report> reports,
            List<Past> earlier) {
        /// Vehicles in the fleet, as last said; null when never said.
        public @Nullable Said vehicles() {
            return lastSaid(Report::vehicles);
        }

        /// Vehicles that are fully electric, as last said; null when never said.
        public @Nullable Said electric() {
            return lastSaid(Report::electric);
        }

        /// A report that is silent on a figure takes nothing back of what an earlier one said.
        private @Nullable Said lastSaid(Function<Report, @Nullable Integer> figure) {
            for (Report report : reports) {
                Integer said = figure.apply(report);
                if (said != null) {
                    return new Said(said, report.on());
                }
            }
            return null;
        }

        /// Day the council adopted a plan, as last said; null when never said.
        public @Nullable LocalDate planAdoptedOn() {
            return reports.stream()
                    .map(Report::planAdoptedOn)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /// A commitment that ended.
    ///
    /// @param since day of the council's session
    /// @param withdrawnOn day of the session that withdrew it
    record Past(LocalDate since, String resolutionNumber, LocalDate withdrawnOn) {}

    /// @param on day of the report that says it
    record Said(int count, LocalDate on) {}

    /// @param on day of the report
    /// @param vehicles in the fleet, null when not said
    /// @param electric of them fully electric, null when not said
    /// @param planAdoptedOn day the council adopted a plan, null before
    /// @param text in the municipality's words
    /// @param correctedOn day the municipality last corrected it, null before
    record Report(
            LocalDate on,
            @Nullable Integer vehicles,
            @Nullable Integer electric,
            @Nullable LocalDate planAdoptedOn,
            String text,
            @Nullable LocalDate correctedOn) {}

    /// All, by code.
    List<Deed> all();

    /// How many municipalities stand so.
    default long count(Predicate<State> state) {
        return all().stream().filter(deed -> state.test(deed.state())).count();
    }

    /// Those of MRCs, by name.
    List<MrcCommitment> ofMrcs();

    /// @param slug of the name of the MRC
    default Optional<MrcCommitment> ofMrc(String slug) {
        return ofMrcs().stream().filter(mrc -> mrc.slug().equals(slug)).findFirst();
    }

    /// The MRC that covers a municipality, else the one that covered it last.
    ///
    /// @param code of the municipality
    default Optional<MrcCommitment> covering(String code) {
        return ofMrcs().stream()
                .filter(mrc -> mrc.cover(code).isPresent())
                .max(Comparator.comparing(mrc -> mrc.cover(code).orElseThrow(), MrcCommitment.Cover.BY_END));
    }
}
