package courant.ingest;

import courant.engine.fleet.Fleet;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins a second file of use (kilometres, hours, litres, or the town's own mark of low use) to a fleet by unit number.
///
/// Numbers match whatever their leading zeros, case, blanks and hyphens. The usage file wins where both speak.
public final class UsageJoin {
    /// The fleet with its use, and how many units found each other.
    ///
    /// @param fleet the same units, in the same order
    /// @param matched units of the fleet found in the usage file
    /// @param unmatchedUnits units of the fleet the usage file does not name
    /// @param unmatchedUsage units of the usage file the fleet does not have
    /// @param usage what was understood of the usage file
    public record Joined(
            Fleet fleet, int matched, List<String> unmatchedUnits, List<String> unmatchedUsage, Understanding usage) {
        public Joined {
            unmatchedUnits = List.copyOf(unmatchedUnits);
            unmatchedUsage = List.copyOf(unmatchedUsage);
        }
    }

    private UsageJoin() {}

    /// Reads the usage file and joins it; O(units).
    ///
    /// @throws RefusedFileException when the usage file cannot be read or names no units
    public static Joined join(Fleet fleet, Path usageFile, IngestOptions options) throws RefusedFileException {
        return join(fleet, Ingest.read(usageFile, options));
    }

    /// Joins a usage file already read; O(units).
    public static Joined join(Fleet fleet, Understanding usage) {
        Map<String, Unit> byKey = new HashMap<>();
        usage.fleet().units().forEach(u -> byKey.putIfAbsent(key(u.id()), u));
        List<Unit> joined = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        Set<String> matched = new HashSet<>();
        for (Unit unit : fleet.units()) {
            Unit found = byKey.get(key(unit.id()));
            if (found == null) {
                alone.add(unit.id());
                joined.add(unit);
            } else {
                matched.add(key(unit.id()));
                joined.add(with(unit, found));
            }
        }
        List<String> strangers = usage.fleet().units().stream()
                .map(Unit::id)
                .filter(id -> !matched.contains(key(id)))
                .toList();
        return new Joined(new Fleet(joined), fleet.rows() - alone.size(), alone, strangers, usage);
    }

    static String key(String unit) {
        String plain = unit.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "").replaceFirst("^0+(?=.)", "");
        return plain.isEmpty() ? unit : plain;
    }

    private static Unit with(Unit unit, Unit usage) {
        Usage old = unit.usage();
        Usage seen = usage.usage();
        return new Unit(
                unit.id(),
                unit.vehicleClass(),
                unit.make(),
                unit.model(),
                unit.modelYear(),
                unit.department(),
                unit.depot(),
                unit.fuel(),
                new Usage(
                        first(seen.kmPerYear(), old.kmPerYear()),
                        first(seen.hoursPerYear(), old.hoursPerYear()),
                        first(seen.odometerKm(), old.odometerKm()),
                        first(seen.litresPerYear(), old.litresPerYear())),
                unit.inService(),
                unit.priceCad(),
                unit.sourceRow(),
                unit.classConfidence(),
                usage.lowUse() == null ? unit.lowUse() : usage.lowUse());
    }

    private static @Nullable Double first(@Nullable Double seen, @Nullable Double old) {
        return seen == null ? old : seen;
    }
}
