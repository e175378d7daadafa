package courant.platform.planning.internal;

import courant.ingest.InputProblem;
import courant.ingest.RefusedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The door: a file, a paste from a spreadsheet, or the sample fleet.
@Controller
class UploadController {
    private static final String PASTED = "collage.tsv";

    private final AnalysisDesk desk;

    UploadController(AnalysisDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/analyser")
    String form(Model model) {
        model.addAttribute("upload", UploadView.EMPTY);
        return "planning/upload";
    }

    @PostMapping("/analyser")
    ModelAndView open(
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String collage)
            throws IOException {
        if (fichier != null && !fichier.isEmpty()) {
            String name = fichier.getOriginalFilename();
            return open(NamedFile.of(name == null ? "" : name, fichier.getBytes()), "");
        }
        if (!collage.isBlank()) {
            return open(new NamedFile(PASTED, collage.getBytes(StandardCharsets.UTF_8)), collage);
        }
        boolean sentEmpty = fichier != null
                && fichier.getOriginalFilename() != null
                && !fichier.getOriginalFilename().isEmpty();
        return refused(UploadView.missing(sentEmpty));
    }

    @PostMapping("/analyser/exemple")
    ModelAndView openSample() throws RefusedFileException {
        return SeeOther.at("/analyser/" + desk.openSample());
    }

    private ModelAndView open(NamedFile file, String pasted) {
        try {
            return SeeOther.at("/analyser/" + desk.open(file));
        } catch (RefusedFileException refusal) {
            List<InputProblem> problems = refusal.problems();
            return refused(UploadView.refused(problems, pasted));
        }
    }

    private static ModelAndView refused(UploadView view) {
        ModelAndView page = new ModelAndView("planning/upload");
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("upload", view);
        return page;
    }
}
