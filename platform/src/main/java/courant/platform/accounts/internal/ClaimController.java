package courant.platform.accounts.internal;

import courant.engine.climate.Municipality;
import courant.platform.accounts.Access;
import courant.platform.accounts.Person;
import courant.platform.accounts.Role;
import courant.platform.accounts.Standing;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Agir pour une municipalité »: choose it, choose how to prove it, type the code.
@Controller
class ClaimController {
    private static final List<Role> FIRST_ROLES =
            List.of(Role.CLERK, Role.FLEET, Role.PURCHASING, Role.TREASURY, Role.ENVIRONMENT);

    private static final int LONGEST = 120;

    private final Access access;
    private final Claims claims;
    private final ClaimStore store;
    private final MunicipalityDirectory directory;

    ClaimController(Access access, Claims claims, ClaimStore store, MunicipalityDirectory directory) {
        this.access = access;
        this.claims = claims;
        this.store = store;
        this.directory = directory;
    }

    @GetMapping("/espace/rattachement")
    String form(@RequestParam(name = "municipalite", defaultValue = "") String typed, Model model) {
        return form(model, typed, 0, "");
    }

    /// @param error why the last request was not taken, empty for nothing
    private String form(Model model, String typed, long wrongCode, String error) {
        Standing standing = access.standing();
        Person person = standing.person();
        model.addAttribute("standing", standing);
        Map<ClaimStore.Claim, Municipality> open = new LinkedHashMap<>();
        store.ofPerson(person)
                .forEach(claim -> directory.ofCode(claim.municipalityCode()).ifPresent(town -> open.put(claim, town)));
        model.addAttribute("open", open);
        model.addAttribute("typed", typed.strip());
        model.addAttribute("wrongCode", wrongCode);
        model.addAttribute("error", error);
        List<Municipality> found = typed.isBlank() ? List.of() : directory.named(typed.strip());
        model.addAttribute("found", found);
        model.addAttribute("roles", FIRST_ROLES);
        if (found.size() == 1) {
            Municipality town = found.getFirst();
            model.addAttribute("town", town);
            model.addAttribute("methods", claims.methods(person, town.code()));
            model.addAttribute("taken", store.hasTeam(town.code()));
            store.contact(town.code()).ifPresent(contact -> model.addAttribute("contact", contact));
        }
        return "accounts/claim";
    }

    @PostMapping("/espace/rattachement")
    String ask(
            @RequestParam(name = "municipalite", defaultValue = "") String code,
            @RequestParam(name = "methode", defaultValue = "") String method,
            @RequestParam(name = "role", defaultValue = "") String role,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "fonction", defaultValue = "") String position,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person person = access.standing().person();
        Role asked = Role.of(role).filter(FIRST_ROLES::contains).orElse(Role.CLERK);
        Optional<Municipality> town = directory.ofCode(code);
        ClaimStore.Asker asker = new ClaimStore.Asker(Typed.line(name, LONGEST), Typed.line(position, LONGEST));
        model.addAttribute("asker", asker);
        Map<String, String> missing = new LinkedHashMap<>();
        if (asker.name().isEmpty()) {
            missing.put("nom", page.say("claim.person.error"));
        }
        if (asker.position().isEmpty()) {
            missing.put("fonction", page.say("claim.position.error"));
        }
        if (!missing.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("missing", missing);
            return form(model, code, 0, "");
        }
        Optional<String> fault = ClaimMethod.of(method)
                .flatMap(way -> town.flatMap(found -> claims.ask(person, asker, found, way, asked, page.words())));
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(model, code, 0, page.say(fault.get(), town.orElseThrow().name()));
        }
        boolean acts = access.standing().posts().stream()
                .anyMatch(post -> code.equals(post.organisation().municipalityCode()));
        return acts ? "redirect:/espace" : "redirect:/espace/rattachement";
    }

    @PostMapping("/espace/rattachement/{id:\\d{1,18}}/nouveau-code")
    String newCode(
            @PathVariable long id, @ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        if (claims.sendNewCode(access.standing().person(), id, page.words())) {
            return "redirect:/espace/rattachement";
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return form(model, "", 0, page.say("claim.codes.most"));
    }

    @PostMapping("/espace/rattachement/{id:\\d{1,18}}/annulation")
    String cancel(@PathVariable long id) {
        store.cancel(access.standing().person(), id);
        return "redirect:/espace/rattachement";
    }

    @PostMapping("/espace/rattachement/{id:\\d{1,18}}/code")
    String prove(
            @PathVariable long id,
            @RequestParam(name = "code", defaultValue = "") String typed,
            HttpServletResponse response,
            Model model) {
        if (claims.prove(access.standing().person(), id, typed)) {
            return "redirect:/espace";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(model, "", id, "");
    }
}
