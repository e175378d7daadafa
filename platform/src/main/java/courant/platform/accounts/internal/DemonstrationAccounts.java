package courant.platform.accounts.internal;

import courant.platform.accounts.Role;
import courant.platform.web.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /// @param posts each with its organisation and role
    public record Invented(long id, String name, String email, List<Post> posts) {}

    public record Post(String organisation, Role role) {}

    /// In the order of the database, a person once.
    private List<Invented> all() {
        Map<Long, Invented> people = new LinkedHashMap<>();
        database.sql("select * from demonstration_accounts()").query(row -> {
            long id = row.getLong("id");
            String name = row.getString("name");
            String email = row.getString("email");
            people.computeIfAbsent(id, first -> new Invented(first, name, email, new ArrayList<>()))
                    .posts()
                    .add(new Post(
                            row.getString("organisation"),
                            Role.of(row.getString("role")).orElseThrow()));
        });
        return List.copyOf(people.values());
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
        Optional<Secret> session =
                Objects.requireNonNull(transaction.execute(status -> sessions.open(account, "démonstration")));
        session.ifPresent(opened -> SessionContexts.COOKIE.give(opened, request, response));
        return session.isPresent() ? "redirect:/espace" : "redirect:/demonstration/comptes";
    }
}
