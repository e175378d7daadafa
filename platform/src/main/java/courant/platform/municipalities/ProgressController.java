package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// « Progrès »: what municipalities published, added up, each line with its date. In order of name: this ranks nobody.
@Controller
public class ProgressController {
    private final MunicipalityDirectory directory;
    private final Commitments commitments;

    ProgressController(MunicipalityDirectory directory, Commitments commitments) {
        this.directory = directory;
        this.commitments = commitments;
    }

    /// @param last the newest report of the municipality
    public record Line(Municipality municipality, Commitments.Deed deed, Commitments.Report last) {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Commitments.Deed deed : commitments.all()) {
            if (deed.state().engaged() && !deed.reports().isEmpty()) {
                directory
                        .ofCode(deed.code())
                        .ifPresent(town ->
                                lines.add(new Line(town, deed, deed.reports().getFirst())));
            }
        }
        lines.sort(Comparator.comparing(line -> line.municipality().name()));
        return lines;
    }

    @GetMapping("/progres")
    String progress(Model model) {
        List<Line> lines = lines();
        List<Line> counted = lines.stream()
                .filter(line -> line.last().vehicles() != null && line.last().electric() != null)
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "engaged",
                commitments.all().stream()
                        .filter(deed -> deed.state().engaged())
                        .count());
        model.addAttribute(
                "due",
                commitments.all().stream()
                        .filter(deed -> deed.state() == Commitments.State.RENEWAL_DUE)
                        .count());
        model.addAttribute(
                "vehicles",
                counted.stream()
                        .mapToLong(line -> Objects.requireNonNull(line.last().vehicles()))
                        .sum());
        model.addAttribute(
                "electric",
                counted.stream()
                        .mapToLong(line -> Objects.requireNonNull(line.last().electric()))
                        .sum());
        model.addAttribute(
                "invented", lines.stream().anyMatch(line -> line.municipality().invented()));
        return "municipalities/progress";
    }

    @GetMapping(path = "/progres.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv() {
        return lines().stream()
                .map(line -> String.join(
                        ",",
                        line.municipality().code(),
                        '"' + line.municipality().name() + '"',
                        line.last().on().toString(),
                        Objects.toString(line.last().vehicles(), ""),
                        Objects.toString(line.last().electric(), ""),
                        Objects.toString(line.last().planAdoptedOn(), ""),
                        String.valueOf(line.municipality().invented())))
                .collect(Collectors.joining(
                        "\r\n", "code,name,reported_on,vehicles,electric,plan_adopted_on,invented\r\n", "\r\n"));
    }
}
