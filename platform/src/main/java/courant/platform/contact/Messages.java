package courant.platform.contact;

import courant.platform.accounts.Person;
import courant.platform.audit.AuditTrail;
import courant.platform.web.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Messages people wrote to the team.
@Component
public class Messages {
    private final JdbcClient database;
    private final AuditTrail audit;

    Messages(JdbcClient database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    public record Message(long id, String name, String email, String text, Instant written) {}

    /// @return whether it was kept; a place that wrote five times within the hour is asked to wait
    @Transactional
    public boolean write(String name, EmailAddress email, String text, String originHash) {
        boolean kept = database.sql("select write_to_the_team(:name, :email, :text, decode(:origin, 'hex'))")
                .param("name", name)
                .param("email", email.value())
                .param("text", text)
                .param("origin", originHash)
                .query(Boolean.class)
                .single();
        if (kept) {
            audit.record("visiteur", "message.written", "");
        }
        return kept;
    }

    @Transactional(readOnly = true)
    public List<Message> open() {
        return database.sql("select * from contact_message where handled_at is null order by id")
                .query((row, index) -> new Message(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("text"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /// How many wait for an answer.
    @Transactional(readOnly = true)
    public long openCount() {
        return database.sql("select count(*) from contact_message where handled_at is null")
                .query(Long.class)
                .single();
    }

    @Transactional
    public void handled(Person by, long id) {
        int done = database.sql("update contact_message set handled_at = now() where id = :id and handled_at is null")
                .param("id", id)
                .update();
        if (done > 0) {
            audit.record(by.actor(), "message.handled", "message/" + id);
        }
    }
}
