package courant.engine.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All the units of one sheet, in the order of the sheet; unit numbers are unique.
public record Fleet(List<Unit> units) {
    public Fleet {
        units = List.copyOf(units);
        Set<String> seen = new HashSet<>();
        for (Unit unit : units) {
            if (!seen.add(unit.id())) {
                throw new IllegalArgumentException("""
                        Unit number %s stands twice (row %d).
                        Maybe the sheet repeats a unit per department: keep one row per unit.\
                        """.formatted(unit.id(), unit.sourceRow()));
            }
        }
    }

    /// Number of rows understood, whatever they are.
    public int rows() {
        return units.size();
    }

    /// Road vehicles (light, pickup, medium, heavy), in the order of the sheet.
    public List<Unit> vehicles() {
        return units.stream().filter(u -> u.vehicleClass().group().isRoad()).toList();
    }

    /// Off-road machines, in the order of the sheet.
    public List<Unit> machines() {
        return units.stream()
                .filter(u -> u.vehicleClass().group() == TargetGroup.OFFROAD)
                .toList();
    }

    /// The units a plan decides on: everything but trailers, attachments, what is no vehicle, and bicycles that one
    /// pedals.
    public List<Unit> planned() {
        return units.stream().filter(Unit::isPlanned).toList();
    }
}
