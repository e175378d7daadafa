package courant.engine.plan;

import courant.engine.fleet.TargetGroup;
import courant.engine.fleet.VehicleClass;
import java.util.Arrays;

/// A council's target: at the end of `year`, at least `share` of the group's units are electric.
///
/// @param scope id of a class or of a target group, for example `light` or `pickup-heavy`
/// @param share 0 to 1, of the units still in the fleet that year
/// @param year budget year
public record Target(String scope, double share, int year) {
    public Target {
        String known = scope;
        boolean isGroup = Arrays.stream(TargetGroup.values()).anyMatch(g -> g.id().equals(known));
        if (!isGroup && VehicleClass.ofId(scope).isEmpty()) {
            throw new IllegalArgumentException("""
                    Target on « %s »: neither a class nor a group.
                    Maybe one of light, pickup, medium, heavy, offroad, or a class such as pickup-half-ton.\
                    """.formatted(scope));
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("""
                    Target on %s has the share %s.
                    Maybe it is a percentage: write 0.5 for 50 %%.""".formatted(scope, share));
        }
    }

    public boolean covers(VehicleClass vehicleClass) {
        return vehicleClass.id().equals(scope) || vehicleClass.group().id().equals(scope);
    }
}
