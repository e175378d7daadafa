package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.Organisation;
import courant.platform.accounts.Role;
import courant.platform.accounts.Standing;
import courant.platform.web.EmailAddress;
import courant.platform.web.NotFoundException;
import courant.platform.web.Page;
import courant.platform.web.Secret;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Équipe »: who acts for the organisation, invitations, mandates.
@Controller
class TeamController {
    private static final int LONGEST_MANDATE_YEARS = 4;

    private final Access access;
    private final TeamStore teams;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Invitations invitations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TeamController(
            Access access,
            TeamStore teams,
            AccountStore accounts,
            SessionStore sessions,
            Invitations invitations,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.teams = teams;
        this.accounts = accounts;
        this.sessions = sessions;
        this.invitations = invitations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/espace/equipe")
    String team(Model model) {
        return team(model, "", Map.of());
    }

    /// @param errors by the name of the field
    private String team(Model model, String email, Map<String, String> errors) {
        Standing standing = access.standing();
        Standing.Post post = access.require(Action.READ_SPACE);
        Organisation organisation = post.organisation();
        boolean manages = post.may(Action.MANAGE_TEAM);
        model.addAttribute("standing", standing);
        model.addAttribute("post", post);
        model.addAttribute("members", teams.members(organisation));
        model.addAttribute("manages", manages);
        if (manages) {
            model.addAttribute("invitations", teams.invitations(organisation));
        }
        model.addAttribute("mandates", teams.mandates(organisation));
        model.addAttribute("holders", teams.possibleHolders());
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        model.addAttribute("today", LocalDate.now(clock));
        return "accounts/team";
    }

    @PostMapping("/espace/equipe/invitation")
    String invite(
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @RequestParam(name = "role", defaultValue = "") String role,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = access.require(Action.MANAGE_TEAM);
        Optional<EmailAddress> email = EmailAddress.read(typed);
        Optional<Role> given = Role.of(role);
        if (email.isEmpty() || given.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return team(model, typed.strip(), Map.of("courriel", page.say("newsletter.email.error")));
        }
        Optional<String> fault = invitations.invite(
                access.standing().person(), post.organisation(), email.get(), given.get(), page.words());
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return team(model, typed.strip(), Map.of("courriel", page.say(fault.get())));
        }
        return "redirect:/espace/equipe";
    }

    @PostMapping("/espace/equipe/invitation/{id:[0-9a-f]{12}}/retrait")
    String revokeInvitation(@PathVariable String id) {
        Standing.Post post = access.require(Action.MANAGE_TEAM);
        teams.revokeInvitation(access.standing().person(), post.organisation(), id);
        return "redirect:/espace/equipe";
    }

    @PostMapping("/espace/equipe/{account:\\d{1,18}}/{role:[a-z-]{4,20}}/retrait")
    String remove(
            @PathVariable long account,
            @PathVariable String role,
            @RequestParam(name = "confirme", defaultValue = "false") boolean confirmed,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = access.require(Action.MANAGE_TEAM);
        if (account == access.standing().person().id() && !confirmed) {
            model.addAttribute("standing", access.standing());
            model.addAttribute("post", post);
            model.addAttribute("role", Role.of(role).orElseThrow(() -> new NotFoundException("role")));
            return "accounts/own-role";
        }
        boolean removed = Role.of(role)
                .map(known -> teams.remove(access.standing().person(), post.organisation(), account, known))
                .orElse(true);
        if (!removed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return team(model, "", Map.of("personnes", page.say("team.last")));
        }
        return "redirect:/espace/equipe";
    }

    @PostMapping("/espace/equipe/mandat")
    String giveMandate(
            @RequestParam(name = "organisme", defaultValue = "0") long holder,
            @RequestParam(name = "fin", defaultValue = "") String end,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Standing.Post post = access.require(Action.GIVE_MANDATE);
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> ends = Typed.date(end)
                .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_MANDATE_YEARS)));
        if (ends.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return team(model, "", Map.of("fin", page.say("mandate.date.error", LONGEST_MANDATE_YEARS)));
        }
        if (!teams.giveMandate(access.standing().person(), post.organisation(), holder, ends.get())) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return team(model, "", Map.of("organisme", page.say("mandate.twice")));
        }
        return "redirect:/espace/equipe";
    }

    @PostMapping("/espace/equipe/mandat/{id:\\d{1,18}}/retrait")
    String revokeMandate(@PathVariable long id) {
        Standing.Post post = access.require(Action.GIVE_MANDATE);
        teams.revokeMandate(access.standing().person(), post.organisation(), id);
        return "redirect:/espace/equipe";
    }

    @GetMapping("/invitation/{link}")
    String invitation(@PathVariable String link, Model model) {
        Secret.of(link).flatMap(teams::invited).ifPresent(invited -> model.addAttribute("invited", invited));
        return "accounts/invitation";
    }

    /// Accepting proves the address, as a sign-in link does, and signs in.
    @PostMapping("/invitation/{link}")
    String accept(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Secret> session = Secret.of(link)
                .flatMap(held ->
                        transaction.execute(status -> teams.invited(held).flatMap(invited -> {
                            long account = accounts.findOrMake(invited.email());
                            Optional<Secret> opened = sessions.open(account, "invitation");
                            if (opened.isEmpty() || !teams.accept(held, account, invited)) {
                                status.setRollbackOnly();
                                return Optional.<Secret>empty();
                            }
                            return opened;
                        })));
        if (session.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "accounts/invitation";
        }
        SessionContexts.COOKIE.give(session.get(), request, response);
        return "redirect:/espace";
    }
}
