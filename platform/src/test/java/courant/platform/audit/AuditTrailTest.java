package courant.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import courant.platform.database.AsApplication;
import courant.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class AuditTrailTest {
    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private DatabaseAccess owner;

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> trail.record("courant", "test.done", "1"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theApplicationsOwnRoleCanNeitherReadNorChangeTheTrail() throws SQLException {
        transactions.executeWithoutResult(status -> trail.record("courant", "test.done", "2"));
        try (AsApplication intruder = new AsApplication(owner)) {
            for (String sql : new String[] {
                "select count(*) from audit_event",
                "update audit_event set actor = 'x'",
                "delete from audit_event",
                "insert into audit_event values (999, now(), 'a', 'b', 'c', sha256(''))"
            }) {
                assertThatThrownBy(() -> intruder.run(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    /// Known answer, computed by hand from the definition: sha256(sha256('') ||
    /// '1|2026-11-25T12:00:00.000000|1|a|1|b|1|c').
    @Test
    void theHashOfAnEventIsThatOfItsDefinition() throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        digest.update(java.security.MessageDigest.getInstance("SHA-256").digest());
        digest.update("1|2026-11-25T12:00:00.000000|1|a|1|b|1|c".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (Connection connection = owner.open();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select courant.audit_event_hash(sha256(''), 1,"
                                + " '2026-11-25T12:00:00Z', 'a', 'b', 'c')")) {
            row.next();
            assertThat(row.getBytes(1)).isEqualTo(digest.digest());
        }
    }
}
