package courant.engine.catalogue;

import courant.engine.fleet.VehicleClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The electric models and the combustion reference of each planned class.
public final class Catalogue {
    private final List<ElectricModel> models;
    private final Map<VehicleClass, CombustionReference> references;

    /// @throws IllegalArgumentException when a planned class has no combustion reference, or an id stands twice
    public Catalogue(List<ElectricModel> models, List<CombustionReference> references) {
        this.models =
                models.stream().sorted(Comparator.comparing(ElectricModel::id)).toList();
        models.stream().collect(Collectors.groupingBy(ElectricModel::id)).forEach((id, same) -> {
            if (same.size() > 1) {
                throw new IllegalArgumentException(
                        "Model %s stands %d times in the catalogue.".formatted(id, same.size()));
            }
        });
        this.references = references.stream()
                .collect(Collectors.toUnmodifiableMap(CombustionReference::vehicleClass, Function.identity()));
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            if (vehicleClass.isPlanned() && !this.references.containsKey(vehicleClass)) {
                throw new IllegalArgumentException(
                        "Class %s has no combustion reference.".formatted(vehicleClass.id()));
            }
        }
    }

    /// All electric models, in order of id.
    public List<ElectricModel> models() {
        return models;
    }

    public List<ElectricModel> modelsFor(VehicleClass vehicleClass) {
        return models.stream().filter(m -> m.classes().contains(vehicleClass)).toList();
    }

    public Optional<ElectricModel> model(String id) {
        return models.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /// @throws IllegalArgumentException for a class that no plan decides on
    public CombustionReference reference(VehicleClass vehicleClass) {
        CombustionReference reference = references.get(vehicleClass);
        if (reference == null) {
            throw new IllegalArgumentException(
                    "Class %s is not planned: it has no reference.".formatted(vehicleClass.id()));
        }
        return reference;
    }
}
