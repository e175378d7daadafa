package courant.cli;

import courant.engine.plan.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `./courant plan` asks, once every option is read and found right.
///
/// @param fleet file of the fleet
/// @param sheet sheet of that file, null when the one that looks like an inventory is to be taken
/// @param usage file of utilisation, joined by unit number; null when there is none
/// @param municipality name or code, as the person wrote it
/// @param firstYear first budget year
/// @param years length of the horizon, years
/// @param budgetCents capital by year, cents; a year that is absent has no limit
/// @param targets the council's targets
/// @param timeLimit time after which the best plan so far is given; null when only the proof ends the work
/// @param factsOverlay the town's own facts, laid over ours; null when there are none
/// @param out folder of the five files
record PlanQuestion(
        Path fleet,
        @Nullable String sheet,
        @Nullable Path usage,
        String municipality,
        int firstYear,
        int years,
        Map<Integer, Long> budgetCents,
        List<Target> targets,
        @Nullable Duration timeLimit,
        @Nullable Path factsOverlay,
        Path out) {

    int lastYear() {
        return firstYear + years - 1;
    }
}
