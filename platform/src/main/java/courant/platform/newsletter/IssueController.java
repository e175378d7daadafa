package courant.platform.newsletter;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Typed;
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
public class IssueController implements AdminEntry.Source {
    private static final int LONGEST_SUBJECT = 200;

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

    /// What an editor typed, kept when it is not whole.
    public record Written(String subject, String body) {
        public Written {
            // A subject is a header: it has no line end.
            subject = Typed.line(subject, LONGEST_SUBJECT);
        }

        private boolean isWhole() {
            return !subject.isEmpty() && !body.isBlank();
        }
    }

    @GetMapping("/admin/infolettre")
    String list(Model model) {
        return list(model, new Written("", ""), "");
    }

    private String list(Model model, Written written, String error) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        model.addAttribute("standing", access.standing());
        model.addAttribute("issues", issues.all());
        model.addAttribute("written", written);
        model.addAttribute("error", error);
        return "newsletter/issues";
    }

    @PostMapping("/admin/infolettre")
    String write(
            @RequestParam(name = "objet", defaultValue = "") String subject,
            @RequestParam(name = "texte", defaultValue = "") String body,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        Written written = new Written(subject, body);
        if (!written.isWhole()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return list(model, written, page.say("issue.error"));
        }
        return "redirect:/admin/infolettre/" + issues.write(by, written.subject(), written.body());
    }

    @GetMapping("/admin/infolettre/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return show(model, issue(id), "");
    }

    private Issues.Issue issue(long id) {
        return issues.find(id).orElseThrow(() -> new NotFoundException("issue"));
    }

    private String show(Model model, Issues.Issue issue, String error) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("issue", issue);
        model.addAttribute("progress", issues.progress(issue.id()));
        model.addAttribute("letter", issues.letter(issue, "", "…"));
        model.addAttribute("body", issues.page(issue).body());
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
        Written written = new Written(subject, body);
        if (!written.isWhole()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(model, issue(id).with(written.subject(), written.body()), page.say("issue.error"));
        }
        issues.rewrite(by, id, written.subject(), written.body());
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
