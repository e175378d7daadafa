package courant.platform.engagement.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.ForbiddenException;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.SpaceTask;
import courant.platform.accounts.Standing;
import courant.platform.engagement.DraftResolution;
import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MrcCommitment;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.Attachment;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Access access;
    private final CommitmentStore store;
    private final ReportStore reports;
    private final Coverage coverage;
    private final Commitments commitments;
    private final MunicipalityDirectory directory;
    private final Clock clock;

    CommitmentController(
            Access access,
            CommitmentStore store,
            ReportStore reports,
            Coverage coverage,
            Commitments commitments,
            MunicipalityDirectory directory,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.reports = reports;
        this.coverage = coverage;
        this.commitments = commitments;
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
        model.addAttribute("reports", reports.correctable(organisation));
        if (organisation.kind() == Organisation.Kind.MRC) {
            model.addAttribute("territory", coverage.territory(organisation));
        }
        cover(organisation).ifPresent(cover -> model.addAttribute("cover", cover));
        pageOf(organisation).ifPresent(address -> model.addAttribute("publicPage", address));
        town(organisation).ifPresent(town -> model.addAttribute("town", town));
        return "engagement/space";
    }

    private Optional<Municipality> town(Organisation organisation) {
        String code = organisation.municipalityCode();
        return code == null ? Optional.empty() : directory.ofCode(code);
    }

    /// The address at which everybody reads its commitment.
    private Optional<String> pageOf(Organisation organisation) {
        return switch (organisation.kind()) {
            case MUNICIPALITY -> town(organisation).map(MunicipalityDirectory::address);
            case MRC ->
                commitments
                        .ofMrc(MunicipalityDirectory.slug(organisation.name()))
                        .map(MrcCommitment::address);
            case UNION, PARTNER, SUPPLIER, EXPERT, OPERATOR -> Optional.empty();
        };
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
        ResolutionForm form = new ResolutionForm(number, session);
        byte[] content = file == null ? new byte[0] : file.getBytes();
        Optional<ProofFile> kind = content.length > ProofFile.MOST_BYTES ? Optional.empty() : ProofFile.of(content);
        Map<String, String> faults = new LinkedHashMap<>();
        faults.putAll(form.faultsOfAdoption(today(), store.withdrawn(post.organisation())));
        if (file == null || kind.isEmpty()) {
            faults.put("fichier", "commitment.file.error");
            return refused(response, model, page, faults);
        }
        if (!faults.isEmpty()) {
            return refused(response, model, page, faults);
        }
        String name = file.getOriginalFilename();
        CommitmentStore.Proof proof = new CommitmentStore.Proof(
                ProofFile.safeName(name == null ? "" : name), kind.get().type(), content);
        return change(
                response,
                model,
                page,
                "numero",
                commitment ->
                        store.submit(access.standing().person(), commitment.submit(form.resolution(), today()), proof),
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
            return refused(response, model, page, field, no.reason());
        } catch (CommitmentStore.OvertakenException overtaken) {
            return refused(response, model, page, field, "commitment.overtaken");
        }
        return "redirect:/espace/engagement";
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
            @ModelAttribute("typed") Map<String, String> typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = require(Action.RENEW_COMMITMENT);
        RenewalForm form = RenewalForm.of(typed);
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
        ResolutionForm form = new ResolutionForm(number, session);
        LocalDate adopted =
                store.of(post.organisation()).map(Commitment::sessionDate).orElse(LocalDate.MIN);
        Map<String, String> faults = new LinkedHashMap<>();
        form.faults(new ResolutionForm.Days(
                        adopted, "commitment.withdrawal.early", today(), "commitment.withdrawal.future"))
                .forEach((field, fault) -> faults.put(field + "-retrait", fault));
        if (!faults.isEmpty()) {
            return refused(response, model, page, faults);
        }
        Commitment.Resolution withdrawal = form.resolution();
        String outcome = change(
                response,
                model,
                page,
                "numero-retrait",
                commitment -> {
                    Commitment withdrawn = commitment.withdraw(withdrawal, today());
                    if (confirmed) {
                        coverage.withdraw(access.standing().person(), post.organisation(), withdrawn);
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

    /// @param chosen codes of all that the MRC covers from now on
    @PostMapping("/espace/engagement/couverture")
    String cover(
            @RequestParam(name = "code", defaultValue = "") Set<String> chosen,
            @RequestParam(name = "confirme", defaultValue = "false") boolean confirmed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = require(Action.COVER_MUNICIPALITIES);
        Coverage.Change change;
        try {
            change = coverage.change(post.organisation(), chosen);
            if (confirmed) {
                coverage.set(access.standing().person(), post.organisation(), chosen, today());
            }
        } catch (Commitment.NotAllowedException no) {
            model.addAttribute("chosen", chosen);
            return refused(response, model, page, "couverture", no.reason());
        }
        if (confirmed || change.isEmpty()) {
            return "redirect:/espace/engagement";
        }
        model.addAttribute("standing", access.standing());
        model.addAttribute("post", post);
        model.addAttribute("chosen", chosen);
        model.addAttribute("change", change);
        return "engagement/coverage";
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
        return waiting(post.organisation())
                .map(state -> List.of(new SpaceTask("task.commitment", "/espace/engagement", state)))
                .orElse(List.of());
    }

    /// Key of the state of what waits to be done for the commitment; nothing when nothing waits.
    private Optional<String> waiting(Organisation organisation) {
        if (reports.correctable(organisation).stream().anyMatch(ReportStore.Report::withheld)) {
            return Optional.of("task.commitment.correct");
        }
        Commitment commitment = store.of(organisation).orElse(null);
        if (commitment == null) {
            return cover(organisation).isPresent() ? Optional.empty() : Optional.of("commitment.state.none");
        }
        return switch (commitment.state()) {
            case DRAFT -> Optional.of(commitment.word(today()));
            case PUBLISHED -> commitment.renewalDue(today()) ? Optional.of("task.commitment.renew") : Optional.empty();
            case SUBMITTED, WITHDRAWN, REFUSED -> Optional.empty();
        };
    }

    /// The cover of a town by its MRC, as everybody reads it.
    private Optional<Commitments.Deed> cover(Organisation organisation) {
        return commitments.all().stream()
                .filter(deed -> deed.state() == Commitments.State.COVERED)
                .filter(deed -> deed.code().equals(organisation.municipalityCode()))
                .findFirst();
    }
}
