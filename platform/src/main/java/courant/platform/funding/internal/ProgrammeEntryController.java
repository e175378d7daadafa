package courant.platform.funding.internal;

import courant.engine.incentive.Programme;
import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.funding.ProgrammeLibrary;
import courant.platform.funding.StandingProgramme;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Entering programmes, correcting them and withdrawing them. Each time what stands is published at once, as a version.
@Controller
class ProgrammeEntryController implements AdminEntry.Source {
    private static final int LONGEST_REASON = 300;

    private final Access access;
    private final ProgrammeLibrary library;
    private final ProgrammeStore store;
    private final Clock clock;

    ProgrammeEntryController(Access access, ProgrammeLibrary library, ProgrammeStore store, Clock clock) {
        this.access = access;
        this.library = library;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.EDIT_TEXTS)
                ? List.of(new AdminEntry("admin.programmes", "/admin/programmes", 0))
                : List.of();
    }

    @GetMapping("/admin/programmes")
    String list(Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("standing", access.standing());
        model.addAttribute(
                "cards",
                library.all().stream()
                        .map(programme -> new ProgrammeCard(programme, today))
                        .toList());
        return "funding/admin-programmes";
    }

    /// What a person has said about resembling programmes.
    private record Resembled(boolean isOther, String shown, String reason) {
        static final Resembled NOTHING = new Resembled(false, "", "");

        static Resembled of(Map<String, String> parameters) {
            return new Resembled(
                    parameters.containsKey("autre"),
                    parameters.getOrDefault("ressemble", ""),
                    parameters
                            .getOrDefault("raison", "")
                            .replaceAll("\\p{Cntrl}+", " ")
                            .strip());
        }

        /// What is missing before the programme may be kept beside those that were shown.
        Map<String, String> missing(List<Resemblance> resembling) {
            Map<String, String> missing = new LinkedHashMap<>();
            if (!resembling.isEmpty()) {
                if (!isOther || !shown.equals(ProgrammeEditing.ids(resembling))) {
                    missing.put("autre", "programme.error.resembles");
                } else if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
                    missing.put("raison", "programme.error.reason");
                }
            }
            return missing;
        }
    }

    @GetMapping("/admin/programmes/nouveau")
    String enter(Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        return page(model, "", ProgrammeForm.empty(), 0, Map.of(), List.of(), Resembled.NOTHING);
    }

    @GetMapping("/admin/programmes/{id:[a-z0-9-]{3,60}}")
    String correct(
            @PathVariable String id, @RequestParam(name = "version", defaultValue = "") String version, Model model) {
        access.requireOnPlatform(Action.EDIT_TEXTS);
        StandingProgramme current = library.find(id).orElseThrow(() -> new NotFoundException(id));
        StandingProgramme shown = version(current, version).orElse(current);
        return page(model, id, ProgrammeForm.of(shown), current.version(), Map.of(), List.of(), Resembled.NOTHING);
    }

    /// An earlier version, to be taken up again; 0 is the fact that ships.
    private Optional<StandingProgramme> version(StandingProgramme current, String number) {
        Programme shipped = current.shipped();
        return number.equals("0") && shipped != null
                ? Optional.of(StandingProgramme.shipped(shipped))
                : store.versions(current.programme().id()).stream()
                        .filter(version -> String.valueOf(version.id()).equals(number))
                        .map(ProgrammeStore.Version::standing)
                        .findFirst();
    }

    private String page(
            Model model,
            String id,
            ProgrammeForm form,
            long base,
            Map<String, String> errors,
            List<Resemblance> resembling,
            Resembled said) {
        StandingProgramme current = library.find(id).orElse(null);
        model.addAttribute("standing", access.standing());
        model.addAttribute(
                "editing",
                new ProgrammeEditing(
                        id,
                        form,
                        base,
                        errors,
                        resembling,
                        said.reason(),
                        said.isOther(),
                        current,
                        current == null
                                ? new ProgrammeHistory(List.of())
                                : ProgrammeHistory.of(current, store.versions(id)),
                        id.isEmpty() ? Map.of() : store.authors(id),
                        current != null && current.isCountedInPlans(LocalDate.now(clock))));
        return "funding/admin-programme";
    }

    @PostMapping("/admin/programmes/nouveau")
    String save(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        return save("", parameters, page, response, model);
    }

    @PostMapping("/admin/programmes/{id:[a-z0-9-]{3,60}}")
    String save(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        StandingProgramme current = id.isEmpty() ? null : library.find(id).orElseThrow(() -> new NotFoundException(id));
        ProgrammeForm form = ProgrammeForm.read(parameters);
        long base = number(parameters.getOrDefault("base", "0"));
        Resembled said = Resembled.of(parameters);
        if (parameters.containsKey("lignes")) {
            return page(model, id, form.withMoreRows(), base, Map.of(), List.of(), said);
        }
        ProgrammeForm.Reading reading = form.read(id);
        Programme programme = reading.programme();
        if (programme == null) {
            return refused(response, page(model, id, form, base, said(page, reading.errors()), List.of(), said));
        }
        if (id.isEmpty() && library.find(programme.id()).isPresent()) {
            Map<String, String> taken = Map.of("identifiant", page.say("programme.error.taken"));
            return refused(response, page(model, id, form, base, taken, List.of(), said));
        }
        List<Resemblance> resembling = resembling(programme, current);
        Map<String, String> missing = said.missing(resembling);
        if (!missing.isEmpty()) {
            return refused(response, page(model, id, form, base, said(page, missing), resembling, said));
        }
        try {
            store.publish(
                    by,
                    new ProgrammeStore.Publication(
                            programme,
                            reading.noteEn(),
                            current != null && current.withdrawn(),
                            base,
                            resembling.stream()
                                    .map(one -> one.standing().programme().id())
                                    .toList(),
                            resembling.isEmpty() ? "" : said.reason()));
        } catch (ProgrammeStore.OvertakenException overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            Map<String, String> errors = Map.of("nom-fr", page.say("programme.error.overtaken"));
            long now =
                    library.find(programme.id()).map(StandingProgramme::version).orElse(0L);
            return page(model, id, form, now, errors, List.of(), said);
        }
        return "redirect:/admin/programmes/" + programme.id();
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static String refused(HttpServletResponse response, String view) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return view;
    }

    /// Each error with the name of its field: two empty fields are told apart.
    private static Map<String, String> said(Page page, Map<String, String> keys) {
        Map<String, String> errors = new LinkedHashMap<>();
        keys.forEach(
                (field, key) -> errors.put(field, page.say("programme.error.of", name(page, field), page.say(key))));
        return errors;
    }

    private static String name(Page page, String field) {
        String label = "programme.field." + field;
        return page.words().knows(label)
                ? page.say(label)
                : page.say("programme.error.row", field.replaceFirst(".*-", ""));
    }

    /// Those it begins to resemble: what a programme resembled before it was corrected was settled then.
    private List<Resemblance> resembling(Programme programme, @Nullable StandingProgramme current) {
        Set<String> settled = current == null
                ? Set.of()
                : Resemblance.among(current.programme(), library.all()).stream()
                        .map(one -> one.standing().programme().id())
                        .collect(Collectors.toSet());
        return Resemblance.among(programme, library.all()).stream()
                .filter(one -> !settled.contains(one.standing().programme().id()))
                .toList();
    }

    /// Takes a programme out of the finder, or puts it back; its page and its history stay.
    @PostMapping("/admin/programmes/{id:[a-z0-9-]{3,60}}/retrait")
    String withdraw(@PathVariable String id, @RequestParam(name = "retire", defaultValue = "true") boolean withdrawn) {
        Person by = access.requireOnPlatform(Action.EDIT_TEXTS);
        StandingProgramme current = library.find(id).orElseThrow(() -> new NotFoundException(id));
        if (current.withdrawn() != withdrawn) {
            try {
                store.publish(
                        by,
                        new ProgrammeStore.Publication(
                                current.programme(), current.noteEn(), withdrawn, current.version(), List.of(), ""));
            } catch (ProgrammeStore.OvertakenException overtaken) {
                // The page it leads back to shows what somebody else has just published.
                return "redirect:/admin/programmes/" + id;
            }
        }
        return "redirect:/admin/programmes/" + id;
    }
}
