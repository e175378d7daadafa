package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /// @param last day of the newest report of the municipality
    public record Line(Municipality municipality, Commitments.Deed deed, LocalDate last) {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Commitments.Deed deed : commitments.all()) {
            if (deed.state().engaged() && !deed.reports().isEmpty()) {
                directory
                        .ofCode(deed.code())
                        .ifPresent(town -> lines.add(
                                new Line(town, deed, deed.reports().getFirst().on())));
            }
        }
        lines.sort(
                Comparator.comparing(line -> line.municipality().name(), Collator.getInstance(Locale.CANADA_FRENCH)));
        return lines;
    }

    @GetMapping("/progres")
    String progress(Model model) {
        List<Line> lines = lines();
        List<Commitments.Deed> counted = lines.stream()
                .map(Line::deed)
                .filter(deed -> deed.vehicles() != null && deed.electric() != null)
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("engaged", commitments.count(Commitments.State::engaged));
        model.addAttribute("due", commitments.count(state -> state == Commitments.State.RENEWAL_DUE));
        model.addAttribute("covered", commitments.count(state -> state == Commitments.State.COVERED));
        model.addAttribute("vehicles", sum(counted, Commitments.Deed::vehicles));
        model.addAttribute("electric", sum(counted, Commitments.Deed::electric));
        model.addAttribute(
                "invented", lines.stream().anyMatch(line -> line.municipality().invented()));
        return "municipalities/progress";
    }

    private static long sum(
            List<Commitments.Deed> deeds, Function<Commitments.Deed, Commitments.@Nullable Said> figure) {
        return deeds.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToLong(Commitments.Said::count)
                .sum();
    }

    private static String count(Commitments.@Nullable Said said) {
        return said == null ? "" : String.valueOf(said.count());
    }

    @GetMapping(path = "/progres.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv() {
        return lines().stream()
                .map(line -> String.join(
                        ",",
                        line.municipality().code(),
                        '"' + line.municipality().name() + '"',
                        line.last().toString(),
                        count(line.deed().vehicles()),
                        count(line.deed().electric()),
                        Objects.toString(line.deed().planAdoptedOn(), ""),
                        String.valueOf(line.municipality().invented())))
                .collect(Collectors.joining(
                        "\r\n", "code,name,reported_on,vehicles,electric,plan_adopted_on,invented\r\n", "\r\n"));
    }
}
