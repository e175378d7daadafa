package courant.platform.funding.internal;

import courant.platform.funding.ProgrammeLibrary;
import courant.platform.funding.StandingProgramme;
import courant.platform.links.LinkLedger;
import courant.platform.links.LinkSource;
import courant.platform.web.NotFoundException;
import courant.platform.web.SiteAddresses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The finder of programmes, its filters in the address, and a page for each with what it became.
@Controller
class FundingController implements SiteAddresses, LinkSource {
    private final ProgrammeLibrary library;
    private final ProgrammeStore store;
    private final LinkLedger links;
    private final Clock clock;

    FundingController(ProgrammeLibrary library, ProgrammeStore store, LinkLedger links, Clock clock) {
        this.library = library;
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/aide-financiere")
    String finder(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "tri", defaultValue = "") String order,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        ProgrammeFilter search = ProgrammeFilter.of(parameters);
        ProgrammeOrder sorted = ProgrammeOrder.of(order);
        List<ProgrammeCard> cards = library.listed().stream()
                .map(programme -> new ProgrammeCard(programme, today))
                .filter(search::holds)
                .sorted(sorted.comparator())
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("total", library.listed().size());
        model.addAttribute("search", search);
        model.addAttribute("order", sorted);
        return "funding/finder";
    }

    @GetMapping("/aide-financiere/{id}")
    String programme(@PathVariable String id, Model model) {
        StandingProgramme programme = library.find(id).orElseThrow(() -> new NotFoundException(id));
        model.addAttribute("card", new ProgrammeCard(programme, LocalDate.now(clock)));
        model.addAttribute("history", ProgrammeHistory.of(programme, store.versions(id)));
        model.addAttribute("links", links.states(ProgrammeStore.sources(programme.programme())));
        return "funding/programme";
    }

    @Override
    public List<String> addresses() {
        return Stream.concat(
                        Stream.of("/aide-financiere"),
                        library.listed().stream()
                                .map(programme -> "/aide-financiere/"
                                        + programme.programme().id()))
                .toList();
    }

    @Override
    public List<Outgoing> links() {
        return library.listed().stream()
                .map(StandingProgramme::programme)
                .flatMap(programme -> ProgrammeStore.sources(programme).stream()
                        .filter(source -> source.startsWith("http"))
                        .map(source -> new Outgoing(source, programme.nameFr(), "/admin/programmes/" + programme.id())))
                .toList();
    }
}
