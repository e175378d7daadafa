package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.ingest.InventoryFile;
import courant.ingest.RefusedFileException;
import courant.platform.planning.internal.UnderstandingView.TownField;
import courant.platform.web.Attachment;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// « Ce que nous avons compris » : corrections, a second file, the municipality, and forgetting.
@Controller
class UnderstandingController {
    private static final int SHORTEST_START = 2;

    private final AnalysisDesk desk;
    private final Towns towns;

    UnderstandingController(AnalysisDesk desk, Towns towns) {
        this.desk = desk;
        this.towns = towns;
    }

    @GetMapping("/analyser/municipalites")
    String municipalities(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String municipalite,
            Model model) {
        String start = (q.isBlank() ? municipalite : q).strip();
        List<Municipality> found = start.length() < SHORTEST_START ? List.of() : towns.beginning(start);
        model.addAttribute("candidates", found);
        model.addAttribute("start", start);
        return "planning/towns";
    }

    @GetMapping("/analyser/{id}")
    String understanding(@PathVariable String id, Model model) {
        AnalysisStore.Visit visit = desk.visit(id);
        TownField town = TownField.of(visit.analysis().municipality());
        model.addAttribute("view", UnderstandingView.of(visit, town, List.of()));
        return "planning/understanding";
    }

    @PostMapping("/analyser/{id}/correspondances")
    ModelAndView correct(@PathVariable String id, @RequestParam Map<String, String> form) {
        Analysis analysis = desk.visit(id).analysis();
        try {
            desk.reread(id, Corrections.read(form, analysis.options(), analysis.understanding()));
            return SeeOther.at("/analyser/" + id + "#colonnes");
        } catch (RefusedFileException refusal) {
            return refused(id, refusal);
        }
    }

    @PostMapping("/analyser/{id}/usage")
    ModelAndView join(@PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile usage)
            throws IOException {
        desk.visit(id);
        if (usage == null || usage.isEmpty()) {
            return SeeOther.at("/analyser/" + id + "#usage-titre");
        }
        try {
            String name = usage.getOriginalFilename();
            desk.join(id, NamedFile.of(name == null ? "" : name, usage.getBytes()));
            return SeeOther.at("/analyser/" + id + "#usage-titre");
        } catch (RefusedFileException refusal) {
            return refused(id, refusal);
        }
    }

    @PostMapping("/analyser/{id}/usage/retrait")
    ModelAndView separate(@PathVariable String id) {
        desk.withoutUsage(id);
        return SeeOther.at("/analyser/" + id + "#usage-titre");
    }

    @GetMapping("/analyser/{id}/refus.csv")
    ResponseEntity<byte[]> refusals(@PathVariable String id) throws IOException {
        Analysis analysis = desk.visit(id).analysis();
        StringWriter text = new StringWriter();
        InventoryFile.writeRefused(analysis.understanding(), text);
        return Attachment.of("refus.csv", MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/analyser/{id}/plan")
    ModelAndView settle(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String municipalite,
            @RequestParam(defaultValue = "") String code) {
        AnalysisStore.Visit visit = desk.visit(id);
        AnalysisDesk.requireUnits(visit);
        if (municipalite.isBlank() && code.isBlank()) {
            return wrongTown(visit, new TownField("", "analyse.town.missing", List.of()));
        }
        return switch (towns.find(code.isBlank() ? municipalite.strip() : code)) {
            case Towns.Found.One(Municipality municipality) -> {
                desk.settle(id, municipality);
                yield SeeOther.at("/analyser/" + id + "/plan");
            }
            case Towns.Found.Several(List<Municipality> candidates) ->
                wrongTown(visit, new TownField(municipalite, "analyse.town.several", candidates));
            case Towns.Found.None(List<Municipality> nearest) ->
                wrongTown(visit, new TownField(municipalite, "analyse.town.unknown", nearest));
        };
    }

    @PostMapping("/analyser/{id}/oubli")
    ModelAndView forget(@PathVariable String id) {
        desk.forget(id);
        return SeeOther.at("/analyser/oubliee");
    }

    @GetMapping("/analyser/oubliee")
    String forgotten() {
        return "planning/erased";
    }

    private ModelAndView refused(String id, RefusedFileException refusal) {
        AnalysisStore.Visit visit = desk.visit(id);
        TownField town = TownField.of(visit.analysis().municipality());
        return unprocessable(UnderstandingView.of(visit, town, UploadView.problems(refusal.problems())));
    }

    private static ModelAndView wrongTown(AnalysisStore.Visit visit, TownField town) {
        return unprocessable(UnderstandingView.of(visit, town, List.of()));
    }

    private static ModelAndView unprocessable(UnderstandingView view) {
        ModelAndView page = new ModelAndView("planning/understanding");
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view);
        return page;
    }
}
