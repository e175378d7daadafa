package courant.platform.trials;

import courant.platform.editorial.TextLibrary;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Spreadsheet;
import courant.platform.web.Typed;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// « Essais de véhicules »: the protocol, and the sheet on which a try-out is logged.
@Controller
public class TrialController {
    private static final int COLUMNS = 13;
    private static final int DAYS_OF_A_MONTH = 31;
    private static final int LONGEST = 80;

    private final TextLibrary library;

    TrialController(TextLibrary library) {
        this.library = library;
    }

    /// What is already known of a try-out.
    ///
    /// @param town that tries the vehicle
    /// @param unit it replaces for a while
    public record Trial(String town, String unit) {
        static Trial of(String town, String unit) {
            return new Trial(Typed.line(town, LONGEST), Typed.line(unit, LONGEST));
        }
    }

    @GetMapping("/essais")
    String trials(
            @RequestParam(name = "municipalite", defaultValue = "") String town,
            @RequestParam(name = "unite", defaultValue = "") String unit,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute(
                "text", library.page("essais", page.locale()).orElseThrow(() -> new NotFoundException("essais")));
        model.addAttribute("trial", Trial.of(town, unit));
        model.addAttribute("columns", columns(page));
        model.addAttribute(
                "found",
                library.resources(page.locale()).stream()
                        .filter(resource ->
                                resource.trial() && !resource.measured().isEmpty())
                        .toList());
        return "trials/trials";
    }

    /// A column of the sheet.
    ///
    /// @param name heading
    /// @param meaning what to write
    public record Column(String name, String meaning) {}

    private static List<Column> columns(Page page) {
        return IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(i -> new Column(
                        page.words().say("trial.column." + i), page.words().say("trial.column." + i + ".meaning")))
                .toList();
    }

    @GetMapping("/essais/feuille")
    String sheet(
            @RequestParam(name = "municipalite", defaultValue = "") String town,
            @RequestParam(name = "unite", defaultValue = "") String unit,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("trial", Trial.of(town, unit));
        model.addAttribute("columns", columns(page));
        return "trials/sheet";
    }

    @GetMapping("/essais/feuille.xlsx")
    ResponseEntity<byte[]> download(
            @RequestParam(name = "municipalite", defaultValue = "") String town,
            @RequestParam(name = "unite", defaultValue = "") String unit,
            @ModelAttribute("page") Page page) {
        Trial trial = Trial.of(town, unit);
        return new Spreadsheet(
                        page.say("trial.sheet.short"),
                        List.of(
                                page.say("trial.sheet"),
                                page.say("trial.sheet.town", trial.town()),
                                page.say("trial.sheet.unit", trial.unit()),
                                page.say("trial.sheet.vehicle"),
                                page.say("trial.sheet.no-name")),
                        columns(page).stream().map(Column::name).toList(),
                        List.of(),
                        DAYS_OF_A_MONTH)
                .download(page.say("trial.sheet.file"));
    }
}
