package courant.platform.funding;

import courant.engine.incentive.Programme;
import courant.facts.FactTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The programmes as they stand: the facts that ship, and what editors of this instance published over them.
@Component
public class ProgrammeLibrary {
    private volatile Map<String, StandingProgramme> standing = over(List.of());
    private volatile List<StandingProgramme> listed = listed(standing);

    ProgrammeLibrary() {}

    private static Map<String, StandingProgramme> over(List<StandingProgramme> entered) {
        Map<String, StandingProgramme> programmes = new LinkedHashMap<>();
        FactTables.incentives()
                .programmes()
                .forEach(programme -> programmes.put(programme.id(), StandingProgramme.shipped(programme)));
        entered.forEach(programme -> programmes.put(programme.programme().id(), programme));
        return programmes;
    }

    private static List<StandingProgramme> listed(Map<String, StandingProgramme> standing) {
        return standing.values().stream()
                .filter(programme -> !programme.withdrawn())
                .toList();
    }

    /// Puts what editors published over what ships; the lists stay the same objects when nothing changed.
    public synchronized void show(List<StandingProgramme> entered) {
        Map<String, StandingProgramme> now = over(entered);
        if (!now.equals(standing)) {
            standing = now;
            listed = listed(now);
        }
    }

    /// Those the finder lists, in the order of the table, then of entering. The list is another one when something
    /// changed.
    public List<StandingProgramme> listed() {
        return listed;
    }

    /// The programmes themselves, withdrawn ones left out.
    public List<Programme> programmes() {
        return listed.stream().map(StandingProgramme::programme).toList();
    }

    /// Withdrawn ones too.
    public List<StandingProgramme> all() {
        return new ArrayList<>(standing.values());
    }

    public Optional<StandingProgramme> find(String id) {
        return Optional.ofNullable(standing.get(id));
    }
}
