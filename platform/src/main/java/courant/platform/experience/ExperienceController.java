package courant.platform.experience;

import courant.platform.editorial.ResourceCard;
import courant.platform.editorial.TextLibrary;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Spreadsheet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// « Retours d'expérience »: what others published, and the form on which a town writes its own.
@Controller
class ExperienceController {
    private static final int LINES = 18;

    private final TextLibrary library;

    ExperienceController(TextLibrary library) {
        this.library = library;
    }

    @GetMapping("/retours-d-experience")
    String all(
            @RequestParam(name = "chantier", defaultValue = "") String workstream,
            @ModelAttribute("page") Page page,
            Model model) {
        List<ResourceCard> measured = library.resources(page.locale()).stream()
                .filter(resource -> !resource.measured().isEmpty())
                .toList();
        model.addAttribute(
                "text",
                library.page("retours-d-experience", page.locale())
                        .orElseThrow(() -> new NotFoundException("retours-d-experience")));
        model.addAttribute("workstream", workstream);
        model.addAttribute(
                "workstreams",
                measured.stream()
                        .flatMap(resource -> resource.workstreams().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        model.addAttribute("total", measured.size());
        model.addAttribute(
                "results",
                measured.stream()
                        .filter(resource ->
                                workstream.isEmpty() || resource.workstreams().contains(workstream))
                        .toList());
        return "experience/reports";
    }

    @GetMapping("/retours-d-experience/formulaire.xlsx")
    ResponseEntity<byte[]> form(@ModelAttribute("page") Page page) {
        return new Spreadsheet(
                        page.say("experience.form.short"),
                        List.of(
                                page.say("experience.form"),
                                page.say("experience.form.publication"),
                                page.say("experience.form.no-name")),
                        List.of(
                                page.say("experience.form.what"),
                                page.say("experience.form.answer"),
                                page.say("experience.form.unit"),
                                page.say("experience.form.where")),
                        IntStream.rangeClosed(1, LINES)
                                .mapToObj(i -> List.of(page.words().say("experience.line." + i)))
                                .toList(),
                        0)
                .download(page.say("experience.form.file"));
    }
}
