package courant.platform.search;

import courant.engine.catalogue.ElectricModel;
import courant.facts.FactTables;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary;
import courant.platform.funding.ProgrammeLibrary;
import courant.platform.funding.StandingProgramme;
import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MrcCommitment;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.municipalities.Region;
import courant.platform.web.Page;
import courant.platform.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// « Recherche »: one field over everything public.
@Controller
class Search {
    private static final Words FRENCH_WORDS = Words.of(Locale.CANADA_FRENCH);

    private static final int PAGE = 20;
    private static final int MOST_PAGES = 50;

    private final TextLibrary library;
    private final MunicipalityDirectory directory;
    private final Commitments commitments;
    private final ProgrammeLibrary programmes;
    private final Clock clock;
    private volatile LocalDate indexedOn = LocalDate.MIN;
    private volatile Map<TextLibrary.TextKey, TextFile> indexed = Map.of();
    private volatile List<StandingProgramme> indexedProgrammes = List.of();
    private volatile List<MrcCommitment> indexedMrcs = List.of();
    private volatile SearchIndex french = SearchIndex.of(List.of());
    private volatile SearchIndex english = SearchIndex.inEnglish(List.of());

    Search(
            TextLibrary library,
            MunicipalityDirectory directory,
            Commitments commitments,
            ProgrammeLibrary programmes,
            Clock clock) {
        this.library = library;
        this.directory = directory;
        this.commitments = commitments;
        this.programmes = programmes;
        this.clock = clock;
    }

    /// Makes both indexes anew when the published texts, programmes or commitments of MRCs have changed, and each day:
    /// programmes end.
    @Scheduled(fixedDelayString = "PT10S")
    void refresh() {
        Map<TextLibrary.TextKey, TextFile> now = library.files();
        List<StandingProgramme> standing = programmes.listed();
        List<MrcCommitment> mrcs = commitments.ofMrcs();
        LocalDate today = LocalDate.now(clock);
        if (now != indexed || standing != indexedProgrammes || !mrcs.equals(indexedMrcs) || !today.equals(indexedOn)) {
            french = SearchIndex.of(items(now, standing, mrcs, today));
            english = SearchIndex.inEnglish(new EnglishItems(now, standing, directory, mrcs, today).all());
            indexedOn = today;
            indexed = now;
            indexedProgrammes = standing;
            indexedMrcs = mrcs;
        }
    }

    private List<SearchItem> items(
            Map<TextLibrary.TextKey, TextFile> texts,
            List<StandingProgramme> standing,
            List<MrcCommitment> mrcs,
            LocalDate today) {
        List<SearchItem> items = new ArrayList<>();
        texts.forEach((key, file) -> {
            if (key.language().equals("fr")) {
                items.add(new SearchItem(
                        kind(key.kind()),
                        key.kind().address(file),
                        file.required("titre"),
                        file.required("resume"),
                        file.body()));
            }
        });
        standing.stream()
                .map(StandingProgramme::programme)
                .forEach(programme -> items.add(new SearchItem(
                                "aide-financiere",
                                "/aide-financiere/" + programme.id(),
                                programme.nameFr(),
                                programme.funder(),
                                programme.note() + " subvention aide financière programme")
                        .inState(programme.stateOn(today))));
        directory
                .all()
                .forEach(town -> items.add(new SearchItem(
                        "municipalite",
                        MunicipalityDirectory.address(town),
                        town.name(),
                        town.designation() + ", " + Region.of(town).name()
                                + (town.invented() ? ", " + FRENCH_WORDS.say("demonstration.tag") : ""),
                        town.mrc() + " " + town.code())));
        mrcs.forEach(mrc -> items.add(new SearchItem(
                "municipalite",
                mrc.address(),
                mrc.name().name(),
                FRENCH_WORDS.say("mrc.title") + (mrc.invented() ? ", " + FRENCH_WORDS.say("demonstration.tag") : ""),
                "")));
        for (ElectricModel model : FactTables.catalogue().models()) {
            items.add(new SearchItem(
                            "vehicule",
                            "/vehicules/" + model.id(),
                            model.make() + " " + model.model(),
                            String.valueOf(model.modelYear()),
                            "véhicule électrique " + VehicleWords.of(model) + " " + model.note())
                    .ofClasses(Set.copyOf(model.classes())));
        }
        return items;
    }

    static String kind(TextKind kind) {
        return switch (kind) {
            case PAGES -> "page";
            case WORKSTREAMS -> "chantier";
            case NEWS -> "actualite";
            case RESOURCES -> "ressource";
            case VIDEOS -> "video";
            case EVENTS -> "evenement";
            case QUESTIONS -> "question";
        };
    }

    @GetMapping("/recherche")
    String search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "genre", defaultValue = "") String kind,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @ModelAttribute("page") Page page,
            Model model) {
        String query = typed.strip().substring(0, Math.min(typed.strip().length(), 200));
        String known = SearchItem.KINDS.contains(kind) ? kind : "";
        int shown = Math.clamp(number, 1, MOST_PAGES);
        SearchIndex.Found found = (page.inEnglish() ? english : french).find(query, known, (shown - 1) * PAGE, PAGE);
        model.addAttribute("query", query);
        model.addAttribute("kind", known);
        model.addAttribute("found", found);
        model.addAttribute("number", shown);
        model.addAttribute("pages", Math.clamp((found.total() + PAGE - 1) / PAGE, 1, MOST_PAGES));
        return "search/results";
    }
}
