package courant.platform.accounts.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.accounts.Standing;
import courant.platform.audit.Journal;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.EmailAddress;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Administration »: what waits for the team that runs this instance; people to approve, organisations.
@Controller
class AdminController {
    private static final int JOURNAL = 200;
    private static final int LONGEST_NAME = 120;

    private final Access access;
    private final Claims claims;
    private final ClaimStore store;
    private final TeamStore teams;
    private final OrganisationStore organisations;
    private final Invitations invitations;
    private final MunicipalityDirectory directory;
    private final Journal journal;
    private final List<AdminEntry.Source> sources;
    private final Clock clock;

    AdminController(
            Access access,
            Claims claims,
            ClaimStore store,
            TeamStore teams,
            OrganisationStore organisations,
            Invitations invitations,
            MunicipalityDirectory directory,
            Journal journal,
            List<AdminEntry.Source> sources,
            Clock clock) {
        this.access = access;
        this.claims = claims;
        this.store = store;
        this.teams = teams;
        this.organisations = organisations;
        this.invitations = invitations;
        this.directory = directory;
        this.journal = journal;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/admin")
    String home(Model model) {
        Standing standing = access.standing();
        if (!standing.operates()) {
            access.requireOnPlatform(Action.READ_OUTBOX);
        }
        model.addAttribute("standing", standing);
        model.addAttribute(
                "entries",
                sources.stream()
                        .flatMap(source -> source.entries(standing).stream())
                        .toList());
        return "accounts/admin";
    }

    private String framed(Model model, String template) {
        model.addAttribute("standing", access.standing());
        return template;
    }

    @GetMapping("/admin/rattachements")
    String people(Model model) {
        return people(model, 0);
    }

    /// @param withoutReason number of the request that was refused without saying why, 0 for none
    private String people(Model model, long withoutReason) {
        access.requireOnPlatform(Action.APPROVE_PEOPLE);
        model.addAttribute("withoutReason", withoutReason);
        Map<ClaimStore.Claim, Municipality> open = new LinkedHashMap<>();
        store.open()
                .forEach(claim -> directory.ofCode(claim.municipalityCode()).ifPresent(town -> open.put(claim, town)));
        model.addAttribute("open", open);
        Map<String, String> acting = new HashMap<>();
        open.values()
                .forEach(town -> acting.computeIfAbsent(
                        town.code(),
                        code -> teams.membersFor(code).stream()
                                .map(TeamStore.Member::email)
                                .distinct()
                                .collect(Collectors.joining(", "))));
        model.addAttribute("acting", acting);
        return framed(model, "accounts/admin-claims");
    }

    @PostMapping("/admin/rattachements/{id:\\d{1,18}}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(name = "decision", defaultValue = "") String decision,
            @RequestParam(name = "raison", defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.APPROVE_PEOPLE);
        if (decision.equals("refuser") && reason.isBlank()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return people(model, id);
        }
        if (decision.equals("approuver") || decision.equals("refuser")) {
            claims.decide(by, id, decision.equals("approuver"), reason.strip(), page.words());
        }
        return "redirect:/admin/rattachements";
    }

    /// Printing the letter makes its code, so it is asked for by a button.
    @PostMapping("/admin/rattachements/{id:\\d{1,18}}/lettre")
    String letter(@PathVariable long id, Model model) {
        access.requireOnPlatform(Action.APPROVE_PEOPLE);
        ClaimStore.Claim claim = store.find(id)
                .filter(found -> found.method() == ClaimMethod.PUBLISHED_POSTAL)
                .orElseThrow(() -> new NotFoundException("claim"));
        model.addAttribute("claim", claim);
        model.addAttribute("town", directory.ofCode(claim.municipalityCode()).orElseThrow());
        model.addAttribute("code", claims.codeToPost(claim).text());
        model.addAttribute("today", LocalDate.now(clock));
        return framed(model, "accounts/postal-letter");
    }

    @GetMapping("/admin/organisations")
    String organisations(Model model) {
        access.requireOnPlatform(Action.MANAGE_ORGANISATIONS);
        return organisations(model, OrganisationForm.NOTHING);
    }

    private String organisations(Model model, OrganisationForm form) {
        model.addAttribute("organisations", organisations.all());
        model.addAttribute("withTeam", organisations.withTeam());
        model.addAttribute("territories", freeTerritories());
        model.addAttribute("form", form);
        return framed(model, "accounts/admin-organisations");
    }

    private String refused(Model model, HttpServletResponse response, int status, OrganisationForm form) {
        response.setStatus(status);
        return organisations(model, form);
    }

    /// Names of the MRCs of the directory that no organisation is tied to.
    private List<String> freeTerritories() {
        Set<String> tied = organisations.all().stream().map(Organisation::mrc).collect(Collectors.toUnmodifiableSet());
        return directory.mrcs().stream().filter(mrc -> !tied.contains(mrc)).toList();
    }

    @PostMapping("/admin/organisations")
    String make(
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "genre", defaultValue = "") String kind,
            @RequestParam(name = "mrc", defaultValue = "") String mrc,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.MANAGE_ORGANISATIONS);
        String written = Typed.line(name, LONGEST_NAME);
        Optional<Organisation.Kind> known = Organisation.Kind.of(kind)
                .filter(one -> one != Organisation.Kind.OPERATOR && one != Organisation.Kind.MUNICIPALITY);
        boolean ofAnMrc = known.filter(one -> one == Organisation.Kind.MRC).isPresent();
        Map<String, String> problems = new LinkedHashMap<>();
        if (written.isEmpty()) {
            problems.put("nom", page.say("admin.organisation.error"));
        }
        if (known.isEmpty()) {
            problems.put("genre", page.say("admin.organisation.kind.error"));
        }
        if (ofAnMrc && !freeTerritories().contains(mrc)) {
            problems.put("mrc", page.say("admin.organisation.territory.error"));
        }
        Map<String, String> typed = Map.of("nom", name, "genre", kind, "mrc", mrc);
        if (!problems.isEmpty()) {
            return refused(model, response, HttpServletResponse.SC_BAD_REQUEST, new OrganisationForm(typed, problems));
        }
        if (!organisations.make(by, known.orElseThrow(), written, ofAnMrc ? mrc : "")) {
            problems.put("nom", page.say("admin.organisation.twice", written));
            return refused(model, response, HttpServletResponse.SC_CONFLICT, new OrganisationForm(typed, problems));
        }
        return "redirect:/admin/organisations";
    }

    /// A municipality bears the name of the official directory, and comes with its first person.
    private Organisation kept(long id) {
        return organisations
                .find(id)
                .filter(one -> one.kind() != Organisation.Kind.OPERATOR && one.kind() != Organisation.Kind.MUNICIPALITY)
                .orElseThrow(() -> new NotFoundException("organisation"));
    }

    @PostMapping("/admin/organisations/{id:\\d{1,18}}/nom")
    String rename(
            @PathVariable long id,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.MANAGE_ORGANISATIONS);
        Organisation organisation = kept(id);
        String field = "nom-" + id;
        String written = Typed.line(name, LONGEST_NAME);
        if (written.isEmpty()) {
            return refused(
                    model,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    OrganisationForm.of(field, name, page.say("admin.organisation.error")));
        }
        if (!organisations.rename(by, organisation, written)) {
            return refused(
                    model,
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    OrganisationForm.of(field, name, page.say("admin.organisation.twice", written)));
        }
        return "redirect:/admin/organisations";
    }

    @PostMapping("/admin/organisations/{id:\\d{1,18}}/territoire")
    String setTerritory(
            @PathVariable long id,
            @RequestParam(name = "mrc", defaultValue = "") String mrc,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.MANAGE_ORGANISATIONS);
        Organisation organisation = kept(id);
        if (organisation.kind() != Organisation.Kind.MRC) {
            throw new NotFoundException("territory");
        }
        if (!freeTerritories().contains(mrc)) {
            return refused(
                    model,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    OrganisationForm.of("mrc-" + id, mrc, page.say("admin.organisation.territory.error")));
        }
        organisations.setTerritory(by, organisation, mrc);
        return "redirect:/admin/organisations";
    }

    @PostMapping("/admin/organisations/{id:\\d{1,18}}/invitation")
    String inviteFirst(
            @PathVariable long id,
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.MANAGE_ORGANISATIONS);
        Organisation organisation = kept(id);
        Optional<EmailAddress> email = EmailAddress.read(typed);
        Optional<String> fault = email.isEmpty()
                ? Optional.of("newsletter.email.error")
                : invitations.invite(by, organisation, email.get(), Role.ADMINISTRATOR, page.words());
        if (fault.isPresent()) {
            return refused(
                    model,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    OrganisationForm.of("courriel-" + id, typed, page.say(fault.get())));
        }
        return "redirect:/admin/organisations";
    }

    @PostMapping("/admin/organisations/{id:\\d{1,18}}/anglais")
    String english(@PathVariable long id, @RequestParam(name = "permis", defaultValue = "false") boolean allowed) {
        organisations.allowEnglish(access.requireOnPlatform(Action.MANAGE_ORGANISATIONS), id, allowed);
        return "redirect:/admin/organisations";
    }

    @GetMapping("/admin/coordonnees/{code:[0-9A-Z]{5}}")
    String contact(@PathVariable String code, Model model) {
        access.requireOnPlatform(Action.APPROVE_PEOPLE);
        Municipality town = directory.ofCode(code).orElseThrow(() -> new NotFoundException(code));
        return contact(model, town, store.contact(code).orElse(new ClaimStore.Contact("", "", "", "")), Map.of());
    }

    private String contact(Model model, Municipality town, ClaimStore.Contact contact, Map<String, String> problems) {
        model.addAttribute("town", town);
        model.addAttribute("contact", contact);
        model.addAttribute("problems", problems);
        return framed(model, "accounts/admin-contact");
    }

    @PostMapping("/admin/coordonnees/{code:[0-9A-Z]{5}}")
    String setContact(
            @PathVariable String code,
            @RequestParam(name = "courriel", defaultValue = "") String email,
            @RequestParam(name = "domaine", defaultValue = "") String domain,
            @RequestParam(name = "adresse", defaultValue = "") String postalAddress,
            @RequestParam(name = "source", defaultValue = "") String source,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.APPROVE_PEOPLE);
        Municipality town = directory.ofCode(code).orElseThrow(() -> new NotFoundException(code));
        ClaimStore.Contact contact =
                new ClaimStore.Contact(email.strip(), domain.strip(), postalAddress.strip(), source.strip());
        Map<String, String> problems = new LinkedHashMap<>();
        if (!email.isBlank() && EmailAddress.read(email).isEmpty()) {
            problems.put("courriel", page.say("newsletter.email.error"));
        }
        if (source.isBlank()) {
            problems.put("source", page.say("contact.error"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return contact(model, town, contact, problems);
        }
        organisations.setContact(by, code, contact);
        return "redirect:/admin/rattachements";
    }

    @GetMapping("/admin/journal")
    String journal(
            @RequestParam(name = "sessions", defaultValue = "false") boolean sessions,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        access.requireOnPlatform(Action.READ_WHOLE_JOURNAL);
        model.addAttribute("events", journal.whole(sessions, Journal.Stretch.page(number, JOURNAL)));
        model.addAttribute("sessions", sessions);
        model.addAttribute("number", Math.max(1, number));
        model.addAttribute("most", JOURNAL);
        return framed(model, "accounts/admin-journal");
    }
}
