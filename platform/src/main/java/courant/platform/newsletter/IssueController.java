package courant.platform.newsletter;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing an issue, looking at it as a subscriber will, sending it, seeing how far it has gone, stopping it.
@Controller
class IssueController implements AdminEntry.Source {
    private final Access access;
    private final Issues issues;

    IssueController(Access access, Issues issues) {
        this.access = access;
        this.issues = issues;
    }

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.SEND_NEWSLETTER)
                ? List.of(new AdminEntry("admin.issues", "/admin/infolettre", 0))
                : List.of();
    }

    @GetMapping("/admin/infolettre")
    String list(Model model) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        model.addAttribute("standing", access.standing());
        model.addAttribute("issues", issues.all());
        return "newsletter/issues";
    }

    @PostMapping("/admin/infolettre")
    String write(
            @RequestParam(name = "objet", defaultValue = "") String subject,
            @RequestParam(name = "texte", defaultValue = "") String body) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        String oneLine = oneLine(subject);
        return oneLine.isEmpty()
                ? "redirect:/admin/infolettre"
                : "redirect:/admin/infolettre/" + issues.write(by, oneLine, body);
    }

    /// A subject is a header: it has no line end.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @GetMapping("/admin/infolettre/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        return show(model, id, "");
    }

    private String show(Model model, long id, String error) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        Issues.Issue issue = issues.find(id).orElseThrow(() -> new NotFoundException("issue"));
        model.addAttribute("standing", access.standing());
        model.addAttribute("issue", issue);
        model.addAttribute("progress", issues.progress(id));
        model.addAttribute("letter", issues.letter(issue, "", "…"));
        model.addAttribute("error", error);
        return "newsletter/issue";
    }

    @PostMapping("/admin/infolettre/{id:\\d{1,18}}")
    String rewrite(
            @PathVariable long id,
            @RequestParam(name = "objet", defaultValue = "") String subject,
            @RequestParam(name = "texte", defaultValue = "") String body,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        if (oneLine(subject).isEmpty() || body.isBlank()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(model, id, page.say("issue.error"));
        }
        issues.rewrite(by, id, oneLine(subject), body);
        return "redirect:/admin/infolettre/" + id;
    }

    @PostMapping("/admin/infolettre/{id:\\d{1,18}}/envoi")
    String send(@PathVariable long id) {
        issues.send(access.requireOnPlatform(Action.SEND_NEWSLETTER), id);
        return "redirect:/admin/infolettre/" + id;
    }

    @PostMapping("/admin/infolettre/{id:\\d{1,18}}/arret")
    String stop(@PathVariable long id) {
        issues.stop(access.requireOnPlatform(Action.SEND_NEWSLETTER), id);
        return "redirect:/admin/infolettre/" + id;
    }
}
