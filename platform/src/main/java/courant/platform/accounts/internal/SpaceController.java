package courant.platform.accounts.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.SpaceTask;
import courant.platform.accounts.Standing;
import courant.platform.audit.Journal;
import courant.platform.municipalities.MunicipalityDirectory;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Mon espace »: what the organisation has to do, and what happened in it.
@Controller
class SpaceController {
    private static final int JOURNAL = 100;

    private final Access access;
    private final SessionStore sessions;
    private final Journal journal;
    private final ClaimStore claims;
    private final MunicipalityDirectory directory;
    private final List<SpaceTask.Source> sources;

    SpaceController(
            Access access,
            SessionStore sessions,
            Journal journal,
            ClaimStore claims,
            MunicipalityDirectory directory,
            List<SpaceTask.Source> sources) {
        this.access = access;
        this.sessions = sessions;
        this.journal = journal;
        this.claims = claims;
        this.directory = directory;
        this.sources = sources;
    }

    @GetMapping("/espace")
    String space(Model model) {
        Standing standing = access.standing();
        model.addAttribute("standing", standing);
        model.addAttribute(
                "asked",
                claims.ofPerson(standing.person()).stream()
                        .flatMap(claim -> directory.ofCode(claim.municipalityCode()).stream())
                        .map(Municipality::name)
                        .toList());
        standing.post().ifPresent(post -> {
            model.addAttribute("post", post);
            model.addAttribute(
                    "tasks",
                    sources.stream()
                            .flatMap(source -> source.tasks(post).stream())
                            .toList());
        });
        return "accounts/space";
    }

    @PostMapping("/espace/organisation")
    String choose(@RequestParam(name = "organisation", defaultValue = "0") long organisation) {
        Standing standing = access.standing();
        if (standing.posts().stream().anyMatch(post -> post.organisation().id() == organisation)) {
            sessions.choose(standing.person(), organisation);
        }
        return "redirect:/espace";
    }

    @GetMapping("/espace/journal")
    String journal(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        Standing.Post post = access.require(Action.READ_JOURNAL);
        model.addAttribute("standing", access.standing());
        model.addAttribute("post", post);
        model.addAttribute("events", journal.of(post.organisation().id(), Journal.Stretch.page(number, JOURNAL)));
        model.addAttribute("number", Math.max(1, number));
        model.addAttribute("most", JOURNAL);
        return "accounts/journal";
    }
}
