package courant.platform.newsletter;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.editorial.CitedPictures;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing an issue, looking at it as a subscriber will, trying it out, sending or deleting it once that is confirmed,
/// seeing how far it has gone, stopping it, taking it up again in a new one.
@Controller
public class IssueController implements AdminEntry.Source {
    private static final String ONE = "/admin/infolettre/{id:\\d{1,18}}";
    private static final Set<String> DONE = Set.of("enregistre", "essai", "envoi", "arret", "reprise");

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
    String list(@RequestParam(name = "fait", defaultValue = "") String done, Model model) {
        model.addAttribute("deleted", done.equals("supprime"));
        return list(model, IssueForm.NOTHING, Map.of());
    }

    private String list(Model model, IssueForm written, Map<String, String> errors) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        model.addAttribute("standing", access.standing());
        model.addAttribute("issues", issues.all());
        model.addAttribute("written", written);
        model.addAttribute("errors", errors);
        return "newsletter/issues";
    }

    @PostMapping("/admin/infolettre")
    String write(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        IssueForm written = IssueForm.of(parameters);
        Map<String, String> problems = written.problems(page);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return list(model, written, problems);
        }
        return begin(by, written, "enregistre", response, model);
    }

    private String begin(Person by, IssueForm written, String done, HttpServletResponse response, Model model) {
        try {
            return "redirect:" + address(issues.write(by, written)) + "?fait=" + done;
        } catch (CitedPictures.AbsentException absent) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return list(model, written, wrong(absent, model));
        }
    }

    private static Map<String, String> wrong(CitedPictures.AbsentException absent, Model model) {
        Page page = (Page) Objects.requireNonNull(model.getAttribute("page"));
        return Map.of("texte", page.say("text.absent-picture", absent.address()));
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, @RequestParam(name = "fait", defaultValue = "") String done, Model model) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return show(model, issue(id), Map.of(), DONE.contains(done) ? done : "");
    }

    private Issues.Issue issue(long id) {
        return issues.find(id).orElseThrow(() -> new NotFoundException("issue"));
    }

    private String show(Model model, Issues.Issue issue, Map<String, String> errors, String done) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("issue", issue);
        model.addAttribute("progress", issues.progress(issue.id()));
        model.addAttribute("letter", issues.letter(issue, "", "…"));
        model.addAttribute("body", issues.page(issue).body());
        model.addAttribute("errors", errors);
        model.addAttribute("done", done);
        return "newsletter/issue";
    }

    /// What a person does with an issue whose words are kept.
    @FunctionalInterface
    private interface Gesture {
        /// @return where it leads
        String on(Issues.Issue kept);
    }

    /// Whatever a button of the form does, what is on the screen is kept first; else the form comes back whole.
    private String keeping(
            Person by, long id, IssueForm written, HttpServletResponse response, Model model, Gesture gesture) {
        Page page = (Page) Objects.requireNonNull(model.getAttribute("page"));
        Optional<Issues.Issue> found = issues.find(id);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return list(model, written, Map.of("texte", page.say("issue.overtaken.deleted")));
        }
        Issues.Issue issue = found.get();
        Map<String, String> problems = written.problems(page);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(model, issue.with(written), problems, "");
        }
        try {
            issues.rewrite(by, id, written);
        } catch (CitedPictures.AbsentException absent) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(model, issue.with(written), wrong(absent, model), "");
        } catch (Issues.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("other", issue);
            return show(model, issue.with(written), Map.of("texte", page.say("issue.overtaken")), "");
        }
        return "redirect:" + gesture.on(issue(id));
    }

    @PostMapping(ONE)
    String rewrite(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return keeping(by, id, IssueForm.of(parameters), response, model, kept -> address(id) + "?fait=enregistre");
    }

    private static String address(long id) {
        return "/admin/infolettre/" + id;
    }

    @PostMapping(ONE + "/essai")
    String tryOut(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return keeping(by, id, IssueForm.of(parameters), response, model, kept -> {
            issues.tryOut(by, kept);
            return address(id) + "?fait=essai";
        });
    }

    /// Keeps the words and leads to the page that asks whether to send them.
    @PostMapping(ONE + "/confirmation")
    String ready(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return keeping(by, id, IssueForm.of(parameters), response, model, kept -> address(id) + "/envoi");
    }

    @GetMapping(ONE + "/envoi")
    String confirm(@PathVariable long id, Model model) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return confirm(model, issue(id), "");
    }

    private String confirm(Model model, Issues.Issue issue, String problem) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("issue", issue);
        model.addAttribute("progress", issues.progress(issue.id()));
        model.addAttribute("body", issues.page(issue).body());
        model.addAttribute("problem", problem);
        return "newsletter/issue-sending";
    }

    @PostMapping(ONE + "/envoi")
    String send(
            @PathVariable long id,
            @RequestParam(name = "base", defaultValue = "0") int base,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        Issues.Issue kept = issue(id);
        Map<String, String> problems = IssueForm.again(kept).problems(page);
        if (kept.state().equals("draft") && !problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(model, kept, problems, "");
        }
        if (issues.progress(id).subscribers() == 0) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return confirm(model, issue(id), page.say("issue.nobody"));
        }
        try {
            issues.send(by, id, base);
        } catch (Issues.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return confirm(model, issue(id), page.say("issue.changed"));
        }
        return "redirect:" + address(id) + "?fait=envoi";
    }

    @PostMapping(ONE + "/arret")
    String stop(@PathVariable long id) {
        issues.stop(access.requireOnPlatform(Action.SEND_NEWSLETTER), id);
        return "redirect:" + address(id) + "?fait=arret";
    }

    @GetMapping(ONE + "/suppression")
    String confirmDeletion(@PathVariable long id, Model model) {
        access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return confirmDeletion(model, issue(id), "");
    }

    private String confirmDeletion(Model model, Issues.Issue issue, String problem) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("issue", issue);
        model.addAttribute("body", issues.page(issue).body());
        model.addAttribute("problem", problem);
        return "newsletter/issue-deletion";
    }

    @PostMapping(ONE + "/suppression")
    String delete(
            @PathVariable long id,
            @RequestParam(name = "base", defaultValue = "0") int base,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        try {
            issues.delete(by, id, base);
        } catch (Issues.OvertakenException overtaken) {
            Issues.Issue issue = issue(id);
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return confirmDeletion(
                    model, issue, page.say(issue.isDraft() ? "issue.delete.changed" : "issue.delete.sent"));
        }
        return "redirect:/admin/infolettre?fait=supprime";
    }

    /// The words of an issue, in a new one.
    @PostMapping(ONE + "/reprise")
    String takeUp(@PathVariable long id, HttpServletResponse response, Model model) {
        Person by = access.requireOnPlatform(Action.SEND_NEWSLETTER);
        return begin(by, IssueForm.again(issue(id)), "reprise", response, model);
    }
}
