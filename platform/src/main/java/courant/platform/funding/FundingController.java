package courant.platform.funding;

import courant.engine.incentive.GrantObject;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import courant.platform.web.NotFoundException;
import courant.platform.web.SiteAddresses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The finder of programmes, its filters in the address, and a page for each.
@Controller
class FundingController implements SiteAddresses {
    private final List<Programme> programmes = FactTables.incentives().programmes();
    private final Clock clock;

    FundingController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/aide-financiere")
    String finder(
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(name = "objet", defaultValue = "") String object,
            @RequestParam(name = "poids", defaultValue = "0") int weight,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        List<ProgrammeCard> cards = programmes.stream()
                .map(programme -> new ProgrammeCard(programme, today))
                .filter(card -> state.isEmpty() || card.state().id().equals(state))
                .filter(card -> object.isEmpty() && weight == 0 || card.pays(object, weight))
                .sorted(Comparator.comparing(ProgrammeCard::state))
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("total", programmes.size());
        model.addAttribute("state", state);
        model.addAttribute("object", object);
        model.addAttribute("weight", weight);
        model.addAttribute(
                "states",
                Arrays.stream(ProgrammeState.values()).map(ProgrammeState::id).toList());
        model.addAttribute(
                "objects",
                Arrays.stream(GrantObject.values()).map(GrantObject::id).toList());
        return "funding/finder";
    }

    @GetMapping("/aide-financiere/{id}")
    String programme(@PathVariable String id, Model model) {
        Programme programme = programmes.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(id));
        model.addAttribute("card", new ProgrammeCard(programme, LocalDate.now(clock)));
        return "funding/programme";
    }

    @Override
    public List<String> addresses() {
        return Stream.concat(
                        Stream.of("/aide-financiere"),
                        programmes.stream().map(programme -> "/aide-financiere/" + programme.id()))
                .toList();
    }
}
