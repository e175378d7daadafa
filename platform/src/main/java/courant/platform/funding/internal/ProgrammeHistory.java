package courant.platform.funding.internal;

import courant.engine.incentive.Programme;
import courant.platform.funding.StandingProgramme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a programme: the fact that ships, then each version an editor published, newest first.
///
/// @param steps newest first; empty when the fact that ships was never corrected
public record ProgrammeHistory(List<Step> steps) {
    /// @param version number of the version, 0 for the fact that ships
    /// @param at when it was published, null for the fact that ships
    /// @param state of the programme then
    /// @param withdrawn whether it was withdrawn by it
    /// @param changed keys of what differs from the step before it, in the order of the form
    public record Step(long version, @Nullable Instant at, String state, boolean withdrawn, List<String> changed) {}

    static ProgrammeHistory of(StandingProgramme standing, List<ProgrammeStore.Version> versions) {
        List<Step> steps = new ArrayList<>();
        Programme shipped = standing.shipped();
        StandingProgramme before = shipped == null ? null : StandingProgramme.shipped(shipped);
        if (before != null && !versions.isEmpty()) {
            steps.add(new Step(0, null, before.programme().state().id(), false, List.of()));
        }
        for (ProgrammeStore.Version version : versions.reversed()) {
            StandingProgramme now = version.standing();
            steps.add(new Step(
                    version.id(),
                    version.at(),
                    now.programme().state().id(),
                    now.withdrawn(),
                    before == null ? List.of() : ProgrammeForm.changed(before, now)));
            before = now;
        }
        return new ProgrammeHistory(List.copyOf(steps.reversed()));
    }
}
