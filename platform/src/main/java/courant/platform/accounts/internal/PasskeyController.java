package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Person;
import courant.platform.web.Page;
import courant.platform.web.Requester;
import courant.platform.web.Secret;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Passkeys: a script of the page asks for a question, hands it to the device, and sends the answer as a form.
@Controller
class PasskeyController {
    private static final SecretCookie ASKED = new SecretCookie("courant_cle", PasskeyStore.CHALLENGE_LIFE);
    private static final int LONGEST_LABEL = 60;

    private final Access access;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AccountController account;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final SignInController door;

    PasskeyController(
            Access access,
            AccountStore accounts,
            AccountChanges changes,
            AccountController account,
            Passkeys passkeys,
            SignIn signIn,
            SignInController door) {
        this.access = access;
        this.accounts = accounts;
        this.changes = changes;
        this.account = account;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.door = door;
    }

    @PostMapping("/connexion/cle/question")
    ResponseEntity<String> askToSignIn(HttpServletRequest request, HttpServletResponse response) {
        if (!accounts.mayTry("", Requester.hash(request, "sign-in"), "passkey")) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        return answer(passkeys.toSignIn(), request, response);
    }

    private static ResponseEntity<String> answer(
            Passkeys.Question question, HttpServletRequest request, HttpServletResponse response) {
        ASKED.give(question.browser(), request, response);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(question.options());
    }

    @PostMapping("/connexion/cle")
    String signIn(
            @RequestParam(name = "reponse", defaultValue = "") String answer,
            @RequestParam(name = "suite", defaultValue = "") String wanted,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Secret> session = ASKED.secret(request)
                .flatMap(browser -> passkeys.shown(browser, answer))
                .flatMap(shown -> signIn.byPasskey(shown, SignInController.device(request)));
        ASKED.takeBack(request, response);
        return door.enter(session, wanted, page.say("passkey.refused"), request, response, model);
    }

    @PostMapping("/compte/cles/question")
    ResponseEntity<String> askToRegister(HttpServletRequest request, HttpServletResponse response) {
        return answer(passkeys.toRegister(access.standing().person()), request, response);
    }

    @PostMapping("/compte/cles")
    String register(
            @RequestParam(name = "reponse", defaultValue = "") String answer,
            @RequestParam(name = "cle", defaultValue = "") String typed,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Person person = access.standing().person();
        String label = label(typed, page);
        boolean added = ASKED.secret(request)
                .flatMap(browser -> passkeys.registered(person, browser, answer))
                .map(key -> changes.addPasskey(person, key, label, page.words()))
                .orElse(false);
        ASKED.takeBack(request, response);
        if (!added) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return account.account(model, "", page.say("passkey.not-added"));
        }
        return "redirect:/compte#cles";
    }

    private static String label(String typed, Page page) {
        String label = Typed.line(typed, LONGEST_LABEL);
        return label.isEmpty() ? page.say("passkey.label.none") : label;
    }

    @PostMapping("/compte/cles/{id:[0-9]{1,18}}/retrait")
    String remove(@PathVariable long id, @ModelAttribute("page") Page page) {
        changes.removePasskey(access.standing().person(), id, page.words());
        return "redirect:/compte#cles";
    }
}
