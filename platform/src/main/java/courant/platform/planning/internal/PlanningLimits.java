package courant.platform.planning.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much the planning pages take of the machine.
///
/// @param analyses most analyses in memory; the least recently looked at leaves first
/// @param memory most memory of all analyses
/// @param keep time after the last look when an analysis is forgotten
/// @param waiting most plans that wait for a place
/// @param workers most plans reckoned at once
/// @param search time of the usual search
/// @param longSearch time of the search a person asks to be longer
@ConfigurationProperties("courant.planning")
record PlanningLimits(
        @DefaultValue("400") int analyses,
        @DefaultValue("300MB") DataSize memory,
        @DefaultValue("2h") Duration keep,
        @DefaultValue("60") int waiting,
        @DefaultValue("2") int workers,
        @DefaultValue("300ms") Duration search,
        @DefaultValue("15s") Duration longSearch) {}
