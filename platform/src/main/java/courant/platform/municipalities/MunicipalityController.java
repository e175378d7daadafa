package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import courant.platform.web.NotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The directory as a list first, and the page of each municipality.
@Controller
class MunicipalityController {
    private static final String COLUMNS =
            "code,name,designation,region,mrc,population,commitment,since,renewed_until,withdrawn_on,invented";
    private static final int PAGE = 50;

    private final MunicipalityDirectory directory;
    private final Commitments commitments;

    MunicipalityController(MunicipalityDirectory directory, Commitments commitments) {
        this.directory = directory;
        this.commitments = commitments;
    }

    /// @param standing `engagees` (what is shown first), `a-renouveler`, `couvertes`, `retirees`, or `toutes`
    @GetMapping("/municipalites")
    String list(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "region", defaultValue = "") String region,
            @RequestParam(name = "etat", defaultValue = "") String standing,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        MunicipalityDirectory.Found found = directory.find(query.strip(), region);
        Optional<Municipality> meant = meant(query, found);
        if (meant.isPresent()) {
            return "redirect:" + MunicipalityDirectory.address(meant.get());
        }
        Map<String, Commitments.Deed> deeds = deeds();
        String asked = standing.isEmpty() ? query.isBlank() ? "engagees" : "toutes" : standing;
        List<Municipality> standingSo = standing(found, deeds, asked);
        // One who looks for a name wants the municipality, however it stands.
        boolean elsewhere = standingSo.isEmpty()
                && !query.isBlank()
                && !found.municipalities().isEmpty();
        String state = elsewhere ? "toutes" : asked;
        List<Municipality> all = elsewhere ? found.municipalities() : standingSo;
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.clamp(number, 1, pages);
        model.addAttribute("query", query.strip());
        model.addAttribute("region", region);
        model.addAttribute("state", state);
        model.addAttribute("guessed", found.guessed());
        model.addAttribute("count", all.size());
        int invented =
                (int) directory.all().stream().filter(Municipality::invented).count();
        model.addAttribute("total", directory.all().size() - invented);
        model.addAttribute("invented", invented);
        model.addAttribute("elsewhere", elsewhere && !found.guessed());
        model.addAttribute("regions", directory.regions());
        model.addAttribute("engaged", engagedByRegion(deeds));
        model.addAttribute("deeds", deeds);
        model.addAttribute("mrcs", commitments.ofMrcs());
        model.addAttribute("map", DotMap.of(directory.all(), deeds));
        model.addAttribute("rows", all.subList((shown - 1) * PAGE, Math.min(all.size(), shown * PAGE)));
        model.addAttribute("number", shown);
        model.addAttribute("pages", pages);
        return "municipalities/list";
    }

    /// The one municipality that bears the name, whatever others have it in theirs.
    private static Optional<Municipality> meant(String query, MunicipalityDirectory.Found found) {
        if (query.isBlank() || found.guessed()) {
            return Optional.empty();
        }
        List<Municipality> named = found.municipalities().size() == 1
                ? found.municipalities()
                : found.municipalities().stream()
                        .filter(municipality -> MunicipalityDirectory.slug(municipality.name())
                                .equals(MunicipalityDirectory.slug(query)))
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static List<Municipality> standing(
            MunicipalityDirectory.Found found, Map<String, Commitments.Deed> deeds, String state) {
        return found.municipalities().stream()
                .filter(municipality -> stands(deeds.get(municipality.code()), state))
                .toList();
    }

    private Map<String, Commitments.Deed> deeds() {
        return commitments.all().stream()
                .filter(deed -> directory.ofCode(deed.code()).isPresent())
                .collect(Collectors.toMap(Commitments.Deed::code, Function.identity()));
    }

    private static boolean stands(Commitments.@Nullable Deed deed, String state) {
        return switch (state) {
            case "engagees" -> deed != null && deed.state().engaged();
            case "a-renouveler" -> deed != null && deed.state() == Commitments.State.RENEWAL_DUE;
            case "couvertes" -> deed != null && deed.state() == Commitments.State.COVERED;
            case "retirees" -> deed != null && deed.state() == Commitments.State.WITHDRAWN;
            default -> true;
        };
    }

    /// Number of the region to number of engaged municipalities.
    private Map<String, Long> engagedByRegion(Map<String, Commitments.Deed> deeds) {
        return directory.all().stream()
                .filter(municipality -> stands(deeds.get(municipality.code()), "engagees"))
                .collect(Collectors.groupingBy(
                        municipality -> Region.of(municipality).number(), Collectors.counting()));
    }

    @GetMapping(path = "/municipalites.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv() {
        Map<String, Commitments.Deed> deeds = deeds();
        return directory.all().stream()
                .map(m -> Stream.of(
                                Stream.of(
                                        m.code(), m.name(), m.designation(), m.region(), m.mrc(), text(m.population())),
                                cells(deeds.get(m.code())),
                                Stream.of(text(m.invented())))
                        .flatMap(Function.identity())
                        .map(MunicipalityController::cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", COLUMNS + "\r\n", "\r\n"));
    }

    /// How it stands, since when, until when, and when that was withdrawn.
    private static Stream<String> cells(Commitments.@Nullable Deed deed) {
        return deed == null
                ? Stream.of("", "", "", "")
                : Stream.of(
                        deed.state().id(),
                        text(deed.since()),
                        text(deed.state().holds() ? deed.renewedUntil() : null),
                        text(deed.withdrawnOn()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @GetMapping(path = "/municipalites.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Listed> json() {
        return directory.all().stream().map(Listed::of).toList();
    }

    /// A municipality of the directory, as it is downloaded.
    ///
    /// @param latitude in degrees north
    /// @param longitude in degrees east
    /// @param invented whether it exists in the demonstration alone
    record Listed(
            String code,
            String name,
            String designation,
            String region,
            String mrc,
            @Nullable Integer population,
            @Nullable Double latitude,
            @Nullable Double longitude,
            boolean invented) {
        static Listed of(Municipality m) {
            return new Listed(
                    m.code(),
                    m.name(),
                    m.designation(),
                    m.region(),
                    m.mrc(),
                    m.population(),
                    m.latitude(),
                    m.longitude(),
                    m.invented());
        }
    }

    @GetMapping("/municipalites/{codeAndName}")
    String municipality(@PathVariable String codeAndName, Model model) {
        Municipality municipality =
                directory.ofCode(codeAndName.split("-", 2)[0]).orElseThrow(() -> new NotFoundException(codeAndName));
        String address = MunicipalityDirectory.address(municipality);
        if (!address.endsWith("/" + codeAndName)) {
            return "redirect:" + address;
        }
        double[] means = directory.directory().weather(municipality).meanC();
        model.addAttribute("municipality", municipality);
        model.addAttribute("region", Region.of(municipality));
        model.addAttribute("coldestC", Arrays.stream(means).min().orElseThrow());
        model.addAttribute(
                "coldDays", Arrays.stream(means).filter(mean -> mean <= -15).count());
        model.addAttribute("similar", directory.similar(municipality));
        Map<String, Commitments.Deed> deeds = deeds();
        model.addAttribute("deeds", deeds);
        Optional.ofNullable(deeds.get(municipality.code())).ifPresent(deed -> model.addAttribute("deed", deed));
        commitments.covering(municipality.code()).ifPresent(mrc -> model.addAttribute("mrc", mrc));
        return "municipalities/municipality";
    }
}
