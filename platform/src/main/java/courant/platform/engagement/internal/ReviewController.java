package courant.platform.engagement.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.web.Attachment;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
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

/// Resolutions that wait for somebody to read them.
@Controller
class ReviewController implements AdminEntry.Source {
    private final Access access;
    private final CommitmentStore store;
    private final Reviews reviews;
    private final Clock clock;

    ReviewController(Access access, CommitmentStore store, Reviews reviews, Clock clock) {
        this.access = access;
        this.store = store;
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping("/admin/engagements")
    String waiting(Model model) {
        return waiting(model, "");
    }

    private String waiting(Model model, String error) {
        access.requireOnPlatform(Action.REVIEW_COMMITMENT);
        model.addAttribute("standing", access.standing());
        model.addAttribute("waiting", store.waiting());
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
            return waiting(model, page.say(no.reason()));
        } catch (CommitmentStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return waiting(model, page.say("commitment.overtaken"));
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
