package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import courant.platform.web.EmailAddress;
import courant.platform.web.Page;
import courant.platform.web.Requester;
import courant.platform.web.Secret;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in and out. Opening a link of a letter signs nobody in (mail scanners open them all): a button does.
@Controller
class SignInController {
    private final SignIn signIn;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Passkeys passkeys;
    private final Providers providers;
    private final boolean demonstration;

    SignInController(
            SignIn signIn,
            AccountStore accounts,
            SessionStore sessions,
            Passkeys passkeys,
            Providers providers,
            @Value("${courant.demonstration}") boolean demonstration) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.providers = providers;
        this.demonstration = demonstration;
    }

    @GetMapping("/connexion")
    String form(@RequestParam(name = "suite", defaultValue = "") String wanted, Model model) {
        return form(model, "", wanted, Map.of());
    }

    /// @param errors by the name of the field, that of a way in without field included
    private String form(Model model, String email, String wanted, Map<String, String> errors) {
        model.addAttribute("email", email);
        model.addAttribute("wanted", inside(wanted));
        model.addAttribute("errors", errors);
        model.addAttribute("passkeyOrigin", passkeys.origin());
        model.addAttribute("providers", providers.all());
        model.addAttribute("demonstration", demonstration);
        return "accounts/sign-in";
    }

    /// Only a path of this site: a link must not send anybody elsewhere.
    static String inside(String wanted) {
        return wanted.matches("/[A-Za-z0-9_-][A-Za-z0-9/_.?=&%-]{0,300}") ? wanted : "";
    }

    @PostMapping("/connexion/lien")
    String sendLink(
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @RequestParam(name = "suite", defaultValue = "") String wanted,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<EmailAddress> email = EmailAddress.read(typed);
        if (email.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, typed.strip(), wanted, Map.of("courriel", page.say("newsletter.email.error")));
        }
        signIn.sendLink(email.get(), inside(wanted), page.words(), Requester.hash(request, "sign-in"));
        return "redirect:/connexion/envoye";
    }

    @GetMapping("/connexion/envoye")
    String sent(Model model) {
        model.addAttribute("demonstration", demonstration);
        return "accounts/link-sent";
    }

    @PostMapping("/connexion")
    String byPassword(
            @RequestParam(name = "courriel", defaultValue = "") String typed,
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            @RequestParam(name = "suite", defaultValue = "") String wanted,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<EmailAddress> email = EmailAddress.read(typed);
        if (email.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, typed.strip(), wanted, Map.of("courriel", page.say("newsletter.email.error")));
        }
        Optional<Secret> session =
                signIn.byPassword(email.get(), password, Requester.hash(request, "sign-in"), device(request));
        if (session.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, typed.strip(), wanted, Map.of("motdepasse", page.say("signin.password.error")));
        }
        SessionContexts.COOKIE.give(session.get(), request, response);
        return "redirect:" + after(wanted);
    }

    /// Opens the door to a session, or says at the door why there is none.
    String enter(
            Optional<Secret> session,
            String wanted,
            String refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (session.isEmpty()) {
            return refuse(HttpStatus.BAD_REQUEST, wanted, refusal, response, model);
        }
        SessionContexts.COOKIE.give(session.get(), request, response);
        return "redirect:" + after(wanted);
    }

    String refuse(HttpStatus status, String wanted, String reason, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return form(model, "", wanted, Map.of("autrement", reason));
    }

    private static String after(String wanted) {
        String inside = inside(wanted);
        return inside.isEmpty() ? "/espace" : inside;
    }

    static String device(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "" : Typed.line(agent, SessionStore.LONGEST_DEVICE);
    }

    @GetMapping("/connexion/{link:[A-Za-z0-9_-]{43}}")
    String link(
            @PathVariable String link, @RequestParam(name = "suite", defaultValue = "") String wanted, Model model) {
        model.addAttribute("email", Secret.of(link).flatMap(accounts::addressOf).orElse(""));
        model.addAttribute("wanted", inside(wanted));
        return "accounts/link";
    }

    @PostMapping("/connexion/{link:[A-Za-z0-9_-]{43}}")
    String useLink(
            @PathVariable String link,
            @RequestParam(name = "suite", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Secret> session = Secret.of(link).flatMap(known -> signIn.byLink(known, device(request)));
        if (session.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("email", "");
            model.addAttribute("wanted", "");
            return "accounts/link";
        }
        SessionContexts.COOKIE.give(session.get(), request, response);
        return "redirect:" + after(wanted);
    }

    @PostMapping("/deconnexion")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        Person.acting().ifPresent(person -> sessions.end(person, person.session()));
        SessionContexts.COOKIE.takeBack(request, response);
        return "redirect:/";
    }
}
