package courant.platform.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes events in the transaction of the change they tell of: neither is there without the other.
@Component
public class AuditTrail {
    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /// @param actor who did it: `visiteur` for a person without account, `courant` for the platform itself
    /// @param action what was done, such as `private-plan.saved`
    /// @param subject what it was done to; never an address, a name or a secret
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String action, String subject) {
        database.sql("select append_audit_event(:actor, :action, :subject)")
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .query((row, index) -> row.getLong(1))
                .single();
    }
}
