package courant.platform.home;

import courant.engine.climate.Municipality;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import courant.platform.editorial.TextLibrary;
import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.municipalities.Region;
import courant.platform.web.Page;
import courant.platform.web.SiteAddresses;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class HomeController implements SiteAddresses {
    private static final int NEWS = 3;

    private final MunicipalityDirectory directory;
    private final TextLibrary library;
    private final Commitments commitments;

    HomeController(MunicipalityDirectory directory, TextLibrary library, Commitments commitments) {
        this.commitments = commitments;
        this.directory = directory;
        this.library = library;
    }

    @GetMapping("/")
    String home(@ModelAttribute("page") Page page, Model model) {
        model.addAttribute(
                "municipalities",
                directory.all().stream().filter(town -> !town.invented()).count());
        Map<String, Long> engaged = commitments.all().stream()
                .filter(deed -> deed.state().engaged())
                .flatMap(deed -> directory.ofCode(deed.code()).stream())
                .collect(Collectors.groupingBy(town -> Region.of(town).number(), Collectors.counting()));
        model.addAttribute("engaged", engaged);
        model.addAttribute("due", commitments.count(state -> state == Commitments.State.RENEWAL_DUE));
        model.addAttribute("demonstration", directory.all().stream().anyMatch(Municipality::invented));
        model.addAttribute("regions", directory.regions());
        model.addAttribute("models", FactTables.catalogue().models().size());
        model.addAttribute(
                "programmes",
                FactTables.incentives().programmes().stream()
                        .filter(programme -> programme.state() != ProgrammeState.CLOSED)
                        .count());
        model.addAttribute(
                "news", library.articles(page.locale()).stream().limit(NEWS).toList());
        return "home/home";
    }

    @Override
    public List<String> addresses() {
        return List.of("/");
    }
}
