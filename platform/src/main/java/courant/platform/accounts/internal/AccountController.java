package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.web.Page;
import courant.platform.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account: name, ways in, sessions.
@Controller
class AccountController {
    private static final int SHORTEST_PASSWORD = 12;
    private static final int FEWEST_SIGNS = 4;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 100;

    private final Access access;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final SessionStore sessions;
    private final PasskeyStore keys;
    private final Passkeys passkeys;
    private final IdentityStore identities;
    private final Providers providers;
    private final PasswordEncoder passwords;

    AccountController(
            Access access,
            AccountStore accounts,
            AccountChanges changes,
            SessionStore sessions,
            PasskeyStore keys,
            Passkeys passkeys,
            IdentityStore identities,
            Providers providers,
            PasswordEncoder passwords) {
        this.access = access;
        this.accounts = accounts;
        this.changes = changes;
        this.sessions = sessions;
        this.keys = keys;
        this.passkeys = passkeys;
        this.identities = identities;
        this.providers = providers;
        this.passwords = passwords;
    }

    @GetMapping("/compte")
    String account(Model model) {
        return account(model, "", "");
    }

    /// @param passwordError what is wrong with the password that was chosen, empty for nothing
    /// @param entryError why another way in was not added, empty for nothing
    String account(Model model, String passwordError, String entryError) {
        Standing standing = access.standing();
        Person person = standing.person();
        model.addAttribute("standing", standing);
        model.addAttribute("person", person);
        model.addAttribute("hasPassword", accounts.hasPassword(person));
        model.addAttribute("passwordError", passwordError);
        model.addAttribute("entryError", entryError);
        model.addAttribute("passkeyOrigin", passkeys.origin());
        model.addAttribute("passkeys", keys.list(person));
        model.addAttribute("providers", providers.all());
        model.addAttribute("identities", identities.list(person));
        model.addAttribute("sessions", sessions.list(person));
        return "accounts/account";
    }

    @PostMapping("/compte/nom")
    String rename(@RequestParam(name = "nom", defaultValue = "") String typed) {
        accounts.rename(access.standing().person(), Typed.line(typed, LONGEST_NAME));
        return "redirect:/compte";
    }

    /// A long sentence is a good password: its length is asked, and that it is more than a few signs or the address.
    @PostMapping("/compte/motdepasse")
    String setPassword(
            @RequestParam(name = "motdepasse", defaultValue = "") String password,
            @ModelAttribute("page") Page page,
            HttpServletResponse response,
            Model model) {
        Person person = access.standing().person();
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return account(model, page.say("account.password.error", SHORTEST_PASSWORD), "");
        }
        if (isEasilyGuessed(password, person)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return account(model, page.say("account.password.easy"), "");
        }
        changes.setPassword(person, passwords.encode(password), page.words());
        return "redirect:/compte";
    }

    private static boolean isEasilyGuessed(String password, Person person) {
        long signs = password.strip().codePoints().distinct().count();
        return signs < FEWEST_SIGNS || password.strip().equalsIgnoreCase(person.email());
    }

    @PostMapping("/compte/motdepasse/retrait")
    String removePassword(@ModelAttribute("page") Page page) {
        changes.removePassword(access.standing().person(), page.words());
        return "redirect:/compte";
    }

    @PostMapping("/compte/sessions/{id:[0-9a-f]{12}}/fin")
    String endSession(@PathVariable String id) {
        sessions.end(access.standing().person(), id);
        return "redirect:/compte";
    }

    @PostMapping("/compte/sessions/fin")
    String endOtherSessions() {
        sessions.endOthers(access.standing().person());
        return "redirect:/compte";
    }
}
