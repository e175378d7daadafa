package courant.platform.engagement.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.ForbiddenException;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.SpaceTask;
import courant.platform.accounts.Standing;
import courant.platform.engagement.DraftResolution;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.Attachment;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The commitment in the organisation's space: declare, attach the resolution, renew, withdraw; for an MRC, cover.
@Controller
class CommitmentController implements SpaceTask.Source {
    private static final int LONGEST_NUMBER = 60;

    private final Access access;
    private final CommitmentStore store;
    private final MunicipalityDirectory directory;
    private final Clock clock;

    CommitmentController(Access access, CommitmentStore store, MunicipalityDirectory directory, Clock clock) {
        this.access = access;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The post of who acts, when it allows the action and its organisation has a council that can commit.
    private Standing.Post require(Action action) {
        Standing.Post post = access.require(action);
        if (!post.organisation().kind().commits()) {
            throw new ForbiddenException(action);
        }
        return post;
    }

    /// What a refused form was sent with: the page that says why gives it back.
    @ModelAttribute("typed")
    Map<String, String> typed(@RequestParam Map<String, String> typed) {
        return typed;
    }

    @GetMapping("/espace/engagement")
    String show(Model model) {
        return show(model, Map.of());
    }

    /// @param errors by the name of the field
    private String show(Model model, Map<String, String> errors) {
        Standing standing = access.standing();
        Standing.Post post = require(Action.READ_SPACE);
        Organisation organisation = post.organisation();
        model.addAttribute("standing", standing);
        model.addAttribute("post", post);
        model.addAttribute("today", today());
        model.addAttribute("errors", errors);
        store.of(organisation).ifPresent(commitment -> model.addAttribute("commitment", commitment));
        if (organisation.kind() == Organisation.Kind.MRC) {
            model.addAttribute("covered", String.join(", ", store.covered(organisation)));
        }
        town(organisation).ifPresent(town -> model.addAttribute("town", town));
        return "engagement/space";
    }

    private Optional<Municipality> town(Organisation organisation) {
        String code = organisation.municipalityCode();
        return code == null ? Optional.empty() : directory.ofCode(code);
    }

    @PostMapping("/espace/engagement")
    String declare(@ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        Standing.Post post = require(Action.PREPARE_COMMITMENT);
        if (!store.declare(access.standing().person(), post.organisation(), DraftResolution.DECLARATION_VERSION)) {
            return refused(response, model, page, "engagement", "commitment.twice");
        }
        return "redirect:/espace/engagement";
    }

    @PostMapping("/espace/engagement/resolution")
    String submit(
            @RequestParam(name = "numero", defaultValue = "") String number,
            @RequestParam(name = "seance", defaultValue = "") String session,
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Standing.Post post = require(Action.SUBMIT_RESOLUTION);
        Optional<LocalDate> held = Typed.date(session);
        if (held.isEmpty()) {
            return refused(response, model, page, "seance", "commitment.date.error");
        }
        byte[] content = file == null ? new byte[0] : file.getBytes();
        Optional<ProofFile> kind = content.length > ProofFile.MOST_BYTES ? Optional.empty() : ProofFile.of(content);
        if (file == null || kind.isEmpty()) {
            return refused(response, model, page, "fichier", "commitment.file.error");
        }
        String name = file.getOriginalFilename();
        CommitmentStore.Proof proof = new CommitmentStore.Proof(
                ProofFile.safeName(name == null ? "" : name), kind.get().type(), content);
        return change(
                response,
                model,
                page,
                "numero",
                commitment -> store.submit(
                        access.standing().person(),
                        commitment.submit(
                                new Commitment.Resolution(Typed.line(number, LONGEST_NUMBER), held.get()), today()),
                        proof),
                post);
    }

    /// While nobody has decided, the town may correct what it sent.
    @PostMapping("/espace/engagement/reprise")
    String takeBack(@ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        Standing.Post post = require(Action.SUBMIT_RESOLUTION);
        return change(
                response,
                model,
                page,
                "engagement",
                commitment -> store.save(access.standing().person(), commitment.takeBack(), "commitment.taken-back"),
                post);
    }

    /// Does something to the commitment, or says why it cannot be done.
    private interface Change {
        void on(Commitment commitment);
    }

    private String change(
            HttpServletResponse response, Model model, Page page, String field, Change change, Standing.Post post) {
        Commitment commitment = store.of(post.organisation()).orElseThrow(() -> new NotFoundException("commitment"));
        try {
            change.on(commitment);
        } catch (Commitment.NotAllowedException no) {
            return refused(response, model, page, faultyField(field, no.reason()), no.reason());
        } catch (CommitmentStore.OvertakenException overtaken) {
            return refused(response, model, page, field, "commitment.overtaken");
        }
        return "redirect:/espace/engagement";
    }

    /// A resolution is refused for its number or for its day; each has a field of its own.
    private static String faultyField(String field, String reason) {
        return switch (reason) {
            case "commitment.session.future", "commitment.session.old", "commitment.withdrawal.early" ->
                field.replace("numero", "seance");
            default -> field;
        };
    }

    private String refused(HttpServletResponse response, Model model, Page page, String field, String reason) {
        return refused(response, model, page, Map.of(field, reason));
    }

    /// @param faults keys of what is wrong, by the name of the field
    private String refused(HttpServletResponse response, Model model, Page page, Map<String, String> faults) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach((field, fault) -> errors.put(field, page.say(fault)));
        return show(model, errors);
    }

    @PostMapping("/espace/engagement/renouvellement")
    String renew(
            @RequestParam(name = "vehicules", defaultValue = "") String vehicles,
            @RequestParam(name = "electriques", defaultValue = "") String electric,
            @RequestParam(name = "plan", defaultValue = "") String plan,
            @RequestParam(name = "texte", defaultValue = "") String text,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = require(Action.RENEW_COMMITMENT);
        RenewalForm form = new RenewalForm(vehicles, electric, plan, text);
        Map<String, String> faults = form.faults(today());
        if (!faults.isEmpty()) {
            return refused(response, model, page, faults);
        }
        return change(
                response,
                model,
                page,
                "texte",
                commitment ->
                        store.renew(access.standing().person(), commitment.renew(today()), form.report(), today()),
                post);
    }

    @PostMapping("/espace/engagement/retrait")
    String withdraw(
            @RequestParam(name = "numero-retrait", defaultValue = "") String number,
            @RequestParam(name = "seance-retrait", defaultValue = "") String session,
            @RequestParam(name = "confirme", defaultValue = "false") boolean confirmed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = require(Action.WITHDRAW_COMMITMENT);
        Optional<LocalDate> held = Typed.date(session);
        if (held.isEmpty()) {
            return refused(response, model, page, "seance-retrait", "commitment.date.error");
        }
        Commitment.Resolution withdrawal = new Commitment.Resolution(Typed.line(number, LONGEST_NUMBER), held.get());
        String outcome = change(
                response,
                model,
                page,
                "numero-retrait",
                commitment -> {
                    Commitment withdrawn = commitment.withdraw(withdrawal, today());
                    if (confirmed) {
                        store.save(access.standing().person(), withdrawn, "commitment.withdrawn");
                    }
                },
                post);
        boolean allowed = outcome.startsWith("redirect:");
        return allowed && !confirmed ? confirmation(model, post, withdrawal) : outcome;
    }

    /// What everybody will see at once, before it is done.
    private String confirmation(Model model, Standing.Post post, Commitment.Resolution withdrawal) {
        model.addAttribute("standing", access.standing());
        model.addAttribute("post", post);
        model.addAttribute("number", withdrawal.number());
        model.addAttribute("session", withdrawal.session());
        return "engagement/withdrawal";
    }

    /// The council said no: the town notes it for itself.
    @PostMapping("/espace/engagement/refus")
    String refuse(@ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        Standing.Post post = require(Action.WITHDRAW_COMMITMENT);
        return change(
                response,
                model,
                page,
                "engagement",
                commitment -> store.save(access.standing().person(), commitment.refuse(), "commitment.refused"),
                post);
    }

    @PostMapping("/espace/engagement/couverture")
    String cover(
            @RequestParam(name = "codes", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = require(Action.COVER_MUNICIPALITIES);
        List<String> codes = List.of(typed.strip().split("[,;\\s]+"));
        List<String> known = codes.stream()
                .filter(code -> directory.ofCode(code).isPresent())
                .distinct()
                .toList();
        boolean ofAnMrc = post.organisation().kind() == Organisation.Kind.MRC;
        if (!ofAnMrc
                || !typed.isBlank() && known.size() < codes.stream().distinct().count()) {
            return refused(response, model, page, "codes", "coverage.error");
        }
        store.cover(access.standing().person(), post.organisation(), known, today());
        return "redirect:/espace/engagement";
    }

    @GetMapping("/espace/engagement/resolution")
    ResponseEntity<byte[]> proof() {
        Standing.Post post = require(Action.READ_SPACE);
        CommitmentStore.Proof proof = store.of(post.organisation())
                .flatMap(commitment -> store.proof(commitment.id()))
                .orElseThrow(() -> new NotFoundException("proof"));
        return Attachment.of(proof.name(), MediaType.parseMediaType(proof.type()))
                .body(proof.content());
    }

    @Override
    public List<SpaceTask> tasks(Standing.Post post) {
        if (!post.organisation().kind().commits()) {
            return List.of();
        }
        Optional<Commitment> commitment = store.of(post.organisation());
        boolean due = commitment.filter(c -> c.renewalDue(today())).isPresent();
        String state = commitment.map(c -> c.state().id()).orElse("none");
        return List.of(new SpaceTask(
                "task.commitment",
                "/espace/engagement",
                commitment.map(c -> c.word(today())).orElse("commitment.state.none"),
                !due && (state.equals("published") || state.equals("submitted"))));
    }
}
