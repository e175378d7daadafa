package courant.platform.accounts.internal;

import courant.platform.accounts.Role;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// In a demonstration, anybody enters as one of its invented people.
@Controller
@ConditionalOnProperty(name = "courant.demonstration", havingValue = "true")
public class DemonstrationAccounts {
    private final JdbcClient database;
    private final SessionStore sessions;
    private final TransactionTemplate transaction;

    DemonstrationAccounts(JdbcClient database, SessionStore sessions, TransactionTemplate transaction) {
        this.database = database;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /// @param role one of the person's
    public record Invented(long id, String name, String email, String organisation, Role role) {}

    private List<Invented> all() {
        return database.sql("select * from demonstration_accounts()")
                .query((row, index) -> new Invented(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("organisation"),
                        Role.of(row.getString("role")).orElseThrow()))
                .list();
    }

    @GetMapping("/demonstration/comptes")
    String choose(Model model) {
        model.addAttribute("people", all());
        return "accounts/demonstration";
    }

    @PostMapping("/demonstration/comptes")
    String enter(
            @RequestParam(name = "compte", defaultValue = "0") long account,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (all().stream().noneMatch(person -> person.id() == account)) {
            return "redirect:/demonstration/comptes";
        }
        Secret session = transaction.execute(status -> sessions.open(account, "démonstration"));
        SessionContexts.COOKIE.give(java.util.Objects.requireNonNull(session), request, response);
        return "redirect:/espace";
    }
}
