package courant.platform.operations;

import courant.platform.accounts.Access;
import courant.platform.accounts.Action;
import courant.platform.accounts.AdminEntry;
import courant.platform.accounts.Person;
import courant.platform.accounts.Standing;
import courant.platform.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
public class OperationsController implements AdminEntry.Source {
    private static final int SHOWN = 200;
    private static final List<String> SETTINGS = List.of(
            "courant.public-url",
            "courant.contact",
            "courant.postal-address",
            "courant.mail-from",
            "spring.mail.host",
            "courant.administrators");

    private final Access access;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Environment environment;

    OperationsController(
            Access access,
            JdbcClient database,
            AuditTrail audit,
            TransactionTemplate transaction,
            Environment environment) {
        this.access = access;
        this.database = database;
        this.audit = audit;
        this.transaction = transaction;
        this.environment = environment;
    }

    /// A letter of the outbox, without its words: they may hold somebody's link.
    public record Sent(
            long id,
            String recipient,
            String subject,
            Instant created,
            @Nullable Instant sent,
            int attempts,
            String error) {}

    @Override
    public List<AdminEntry> entries(Standing standing) {
        return standing.may(Action.READ_OUTBOX)
                ? List.of(
                        new AdminEntry("admin.outbox", "/admin/courriels", 0),
                        new AdminEntry("admin.state", "/admin/etat", 0))
                : List.of();
    }

    @GetMapping("/admin/courriels")
    String outbox(Model model) {
        access.requireOnPlatform(Action.READ_OUTBOX);
        model.addAttribute("standing", access.standing());
        model.addAttribute("letters", transaction.execute(status -> letters()));
        return "operations/outbox";
    }

    private List<Sent> letters() {
        return database.sql("select * from outbox_overview(:most)")
                .param("most", SHOWN)
                .query((row, index) -> {
                    Timestamp sent = row.getTimestamp("sent_at");
                    return new Sent(
                            row.getLong("id"),
                            row.getString("recipient"),
                            row.getString("subject"),
                            row.getTimestamp("created_at").toInstant(),
                            sent == null ? null : sent.toInstant(),
                            row.getInt("attempts"),
                            row.getString("last_error"));
                })
                .list();
    }

    @PostMapping("/admin/courriels/{id:\\d{1,18}}/reprise")
    String retry(@PathVariable long id) {
        Person by = access.requireOnPlatform(Action.RETRY_MAIL);
        transaction.executeWithoutResult(status -> {
            boolean again = database.sql("select retry_letter(:id)")
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            if (again) {
                audit.record(by.actor(), "mail.retried", "courriel/" + id);
            }
        });
        return "redirect:/admin/courriels";
    }

    @GetMapping("/admin/etat")
    String state(Model model) {
        access.requireOnPlatform(Action.READ_OUTBOX);
        Map<String, String> settings = new LinkedHashMap<>();
        SETTINGS.forEach(name -> settings.put(name, environment.getProperty(name, "")));
        model.addAttribute("standing", access.standing());
        model.addAttribute("settings", settings);
        model.addAttribute(
                "server",
                database.sql("show server_version").query(String.class).single());
        model.addAttribute(
                "size",
                database.sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single());
        return "operations/state";
    }
}
