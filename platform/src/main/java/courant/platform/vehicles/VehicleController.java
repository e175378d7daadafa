package courant.platform.vehicles;

import courant.engine.catalogue.ElectricModel;
import courant.engine.fleet.VehicleClass;
import courant.facts.FactTables;
import courant.platform.web.NotFoundException;
import courant.platform.web.SiteAddresses;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The catalogue, its filter in the address, and a page for each model.
@Controller
class VehicleController implements SiteAddresses {
    private static final Comparator<ElectricModel> IN_ORDER =
            Comparator.comparing(ElectricModel::displayName, Collator.getInstance(Locale.CANADA_FRENCH));

    private final List<ElectricModel> models =
            FactTables.catalogue().models().stream().sorted(IN_ORDER).toList();

    @GetMapping("/vehicules")
    String catalogue(@RequestParam(name = "classe", defaultValue = "") String vehicleClass, Model model) {
        model.addAttribute(
                "models",
                models.stream()
                        .filter(m -> vehicleClass.isEmpty()
                                || m.classes().stream().anyMatch(c -> c.id().equals(vehicleClass)))
                        .toList());
        model.addAttribute("total", models.size());
        model.addAttribute("vehicleClass", vehicleClass);
        model.addAttribute(
                "classes",
                Arrays.stream(VehicleClass.values())
                        .filter(c -> models.stream().anyMatch(m -> m.classes().contains(c)))
                        .map(VehicleClass::id)
                        .toList());
        return "vehicles/catalogue";
    }

    @GetMapping("/vehicules/{id}")
    String vehicle(@PathVariable String id, Model model) {
        model.addAttribute(
                "vehicle",
                models.stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException(id)));
        return "vehicles/vehicle";
    }

    @Override
    public List<String> addresses() {
        return Stream.concat(Stream.of("/vehicules"), models.stream().map(m -> "/vehicules/" + m.id()))
                .toList();
    }
}
