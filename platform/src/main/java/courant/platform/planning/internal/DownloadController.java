package courant.platform.planning.internal;

import courant.platform.web.Attachment;
import courant.platform.web.NotFoundException;
import courant.reports.ReportFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The five files of the plan of a question, made in memory from the same report as its page.
@Controller
class DownloadController {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, MediaType> TYPES = Map.of(
            "rapport.pdf", MediaType.APPLICATION_PDF,
            "resolution.docx",
                    MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            "annexes.xlsx",
                    MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "plan.csv", MediaType.parseMediaType("text/csv;charset=UTF-8"),
            "plan.json", MediaType.APPLICATION_JSON);

    private final AnalysisDesk desk;

    DownloadController(AnalysisDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/analyser/{id}/{file:rapport\\.pdf|resolution\\.docx|annexes\\.xlsx|plan\\.csv|plan\\.json}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "") String cible,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "") String recherche)
            throws IOException {
        AnalysisStore.Visit visit = desk.visit(id);
        Question.Asked asked = new Question.Asked(budget, cible, annee, recherche);
        if (!(Question.read(asked, Horizon.from(visit.plans().today()))
                instanceof Question.Reading.Understood(Question question))) {
            throw new NotFoundException("no such question");
        }
        PlanJob job = desk.ask(visit, question);
        if (job != null && job.await(PATIENCE) && job.outcome().orElse(null) instanceof PlanOutcome.Planned planned) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            ReportFiles.write(file, planned.report(), out);
            MediaType type = java.util.Objects.requireNonNull(TYPES.get(file));
            return Attachment.of(named(file, planned.report().municipality()), type)
                    .body(out.toByteArray());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", question.at("/analyser/" + id + "/plan"))
                .build();
    }

    /// `rapport-val-des-erables.pdf`: plain letters that every system takes.
    private static String named(String file, String municipality) {
        String town = Normalizer.normalize(municipality, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        int dot = file.lastIndexOf('.');
        return file.substring(0, dot) + "-" + town + file.substring(dot);
    }
}
