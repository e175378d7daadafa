package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// « Comptes »: who can enter, and putting an end to it.
@Controller
class AccountRegisterController {
    private final Access access;
    private final AccountRegister register;

    AccountRegisterController(Access access, AccountRegister register) {
        this.access = access;
        this.register = register;
    }

    @GetMapping("/admin/comptes")
    String accounts(Model model) {
        access.requireOnPlatform(Action.MANAGE_ACCOUNTS);
        model.addAttribute("standing", access.standing());
        model.addAttribute("accounts", register.all());
        return "accounts/admin-accounts";
    }

    @PostMapping("/admin/comptes/{id:\\d{1,18}}/sessions/fin")
    String endSessions(@PathVariable long id) {
        register.endSessions(access.requireOnPlatform(Action.MANAGE_ACCOUNTS), id);
        return "redirect:/admin/comptes";
    }

    @PostMapping("/admin/comptes/{id:\\d{1,18}}/fermeture")
    String close(@PathVariable long id) {
        register.close(access.requireOnPlatform(Action.MANAGE_ACCOUNTS), id);
        return "redirect:/admin/comptes";
    }
}
