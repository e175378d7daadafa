package courant.platform.engagement.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.Standing;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A town corrects a report that a renewal has published.
@Controller
class CorrectionController {
    private final Access access;
    private final ReportStore reports;
    private final Clock clock;

    CorrectionController(Access access, ReportStore reports, Clock clock) {
        this.access = access;
        this.reports = reports;
        this.clock = clock;
    }

    private ReportStore.Report correctable(Standing.Post post, long id) {
        return reports.correctable(post.organisation()).stream()
                .filter(report -> report.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("report"));
    }

    @GetMapping("/espace/engagement/bilans/{id:\\d{1,18}}/correction")
    String form(@PathVariable long id, Model model) {
        Standing.Post post = access.require(Action.RENEW_COMMITMENT);
        ReportStore.Report report = correctable(post, id);
        return form(model, post, report, RenewalForm.of(report.said()), Map.of());
    }

    /// @param errors by the name of the field
    private String form(
            Model model, Standing.Post post, ReportStore.Report report, RenewalForm form, Map<String, String> errors) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("post", post);
        model.addAttribute("report", report);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "engagement/correction";
    }

    /// @param version of the report that the town saw: what changed since is not overwritten unseen
    @PostMapping("/espace/engagement/bilans/{id:\\d{1,18}}/correction")
    String correct(
            @PathVariable long id,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            @RequestParam Map<String, String> typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = access.require(Action.RENEW_COMMITMENT);
        ReportStore.Report report = correctable(post, id);
        RenewalForm form = RenewalForm.of(typed);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> errors = new LinkedHashMap<>();
        form.faults(today).forEach((field, fault) -> errors.put(field, page.say(fault)));
        if (errors.isEmpty() && form.report().equals(report.said())) {
            errors.put("texte", page.say("report.same"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, post, report, form, errors);
        }
        try {
            if (report.version() != version) {
                throw new CommitmentStore.OvertakenException();
            }
            reports.correct(access.standing().person(), report, form.report(), today);
        } catch (CommitmentStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(model, post, correctable(post, id), form, Map.of("texte", page.say("report.overtaken")));
        }
        return "redirect:/espace/engagement";
    }
}
