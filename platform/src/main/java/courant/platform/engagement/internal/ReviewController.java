package courant.platform.engagement.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.web.Attachment;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Resolutions that wait for somebody to read them, and the reports that are published without.
@Controller
class ReviewController implements AdminEntry.Source {
    private static final int LONGEST_REASON = 200;

    private final Access access;
    private final CommitmentStore store;
    private final ReportStore reports;
    private final Reviews reviews;
    private final Clock clock;

    ReviewController(Access access, CommitmentStore store, ReportStore reports, Reviews reviews, Clock clock) {
        this.access = access;
        this.store = store;
        this.reports = reports;
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping("/admin/engagements")
    String waiting(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        return waiting(model, number, "");
    }

    private String waiting(Model model, int number, String error) {
        access.requireOnPlatform(Action.REVIEW_COMMITMENT);
        model.addAttribute("standing", access.standing());
        model.addAttribute("waiting", store.waiting());
        model.addAttribute("published", reports.published(number));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("error", error);
        return "engagement/review";
    }

    @GetMapping("/admin/engagements/{id:\\d{1,18}}/resolution")
    ResponseEntity<byte[]> proof(@PathVariable long id) {
        access.requireOnPlatform(Action.REVIEW_COMMITMENT);
        CommitmentStore.Proof proof = store.proof(id).orElseThrow(() -> new NotFoundException("proof"));
        return Attachment.of(proof.name(), MediaType.parseMediaType(proof.type()))
                .body(proof.content());
    }

    /// @param version of the commitment that the reviewer saw: what was sent since is not decided unseen
    @PostMapping("/admin/engagements/{id:\\d{1,18}}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            @RequestParam(name = "decision", defaultValue = "") String decision,
            @RequestParam(name = "note", defaultValue = "") String note,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.REVIEW_COMMITMENT);
        Commitment commitment = store.find(id).orElseThrow(() -> new NotFoundException("commitment"));
        try {
            if (commitment.version() != version) {
                throw new CommitmentStore.OvertakenException();
            }
            if (decision.equals("publier")) {
                reviews.publish(by, commitment);
            } else {
                reviews.giveBack(by, commitment, note);
            }
        } catch (Commitment.NotAllowedException no) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return waiting(model, 1, page.say(no.reason()));
        } catch (CommitmentStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return waiting(model, 1, page.say("commitment.overtaken"));
        }
        return "redirect:/admin/engagements";
    }

    @GetMapping("/admin/engagements/bilans/{id:\\d{1,18}}/retrait")
    String withholding(@PathVariable long id, Model model) {
        access.requireOnPlatform(Action.REVIEW_COMMITMENT);
        return withholding(model, published(id), "", "");
    }

    private ReportStore.Listed published(long id) {
        return reports.findPublished(id).orElseThrow(() -> new NotFoundException("report"));
    }

    private String withholding(Model model, ReportStore.Listed listed, String reason, String error) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("listed", listed);
        model.addAttribute("reason", reason);
        model.addAttribute("error", error);
        return "engagement/withholding";
    }

    /// @param version of the report that the reviewer read: what its town said since is not withheld unseen
    /// @param typed why, in one line
    @PostMapping("/admin/engagements/bilans/{id:\\d{1,18}}/retrait")
    String withhold(
            @PathVariable long id,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            @RequestParam(name = "raison", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.REVIEW_COMMITMENT);
        ReportStore.Listed listed = published(id);
        String reason = Typed.line(typed, LONGEST_REASON);
        if (reason.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return withholding(model, listed, reason, page.say("report.reason.error"));
        }
        try {
            if (listed.report().version() != version) {
                throw new CommitmentStore.OvertakenException();
            }
            reviews.withhold(by, listed, reason, LocalDate.now(clock));
        } catch (CommitmentStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return waiting(model, 1, page.say("report.overtaken.review"));
        }
        return "redirect:/admin/engagements";
    }

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.REVIEW_COMMITMENT)
                ? List.of(new AdminEntry("admin.commitments", "/admin/engagements", store.waitingCount()))
                : List.of();
    }
}
