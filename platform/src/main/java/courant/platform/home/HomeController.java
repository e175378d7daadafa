package courant.platform.home;

import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import courant.platform.editorial.TextLibrary;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.SiteAddresses;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController implements SiteAddresses {
    private static final int NEWS = 3;

    private final MunicipalityDirectory directory;
    private final TextLibrary library;

    HomeController(MunicipalityDirectory directory, TextLibrary library) {
        this.directory = directory;
        this.library = library;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("municipalities", directory.all().size());
        model.addAttribute("regions", directory.regions());
        model.addAttribute("models", FactTables.catalogue().models().size());
        model.addAttribute(
                "programmes",
                FactTables.incentives().programmes().stream()
                        .filter(programme -> programme.state() != ProgrammeState.CLOSED)
                        .count());
        model.addAttribute("news", library.articles().stream().limit(NEWS).toList());
        return "home/home";
    }

    @Override
    public List<String> addresses() {
        return List.of("/");
    }
}
