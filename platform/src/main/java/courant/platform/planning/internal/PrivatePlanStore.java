package courant.platform.planning.internal;

import courant.platform.audit.AuditTrail;
import courant.platform.database.HeldLink;
import courant.platform.web.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Analyses kept behind a private link. The database shows a row only to who names its link.
@Component
class PrivatePlanStore {
    private static final String VISITOR = "visiteur";

    private final JdbcClient database;
    private final AuditTrail audit;
    private final HeldLink held;

    PrivatePlanStore(JdbcClient database, AuditTrail audit, HeldLink held) {
        this.database = database;
        this.audit = audit;
        this.held = held;
    }

    @Transactional
    public Secret save(PrivatePlan plan) {
        Secret link = Secret.fresh();
        held.hold(link);
        database.sql("""
                        insert into private_plan (link_hash, expires_at, municipality_code, file_name, question, inventory)
                        values (decode(:hash, 'hex'), :expires, :municipality, :file, :question, :inventory)
                        """)
                .param("hash", link.hashHex())
                .param("expires", Timestamp.from(plan.expiresAt()))
                .param("municipality", plan.municipalityCode())
                .param("file", plan.fileName())
                .param("question", plan.question())
                .param("inventory", plan.inventory())
                .update();
        audit.record(VISITOR, "private-plan.saved", link.shortHash());
        return link;
    }

    /// The analysis behind a link, unless it has expired or was deleted.
    @Transactional(readOnly = true)
    public Optional<PrivatePlan> find(Secret link) {
        held.hold(link);
        return database.sql("""
                        select municipality_code, file_name, question, inventory, expires_at
                        from private_plan where link_hash = decode(:hash, 'hex') and expires_at > now()
                        """)
                .param("hash", link.hashHex())
                .query((row, index) -> plan(row))
                .optional();
    }

    private static PrivatePlan plan(ResultSet row) throws SQLException {
        return new PrivatePlan(
                row.getString("municipality_code"),
                row.getString("file_name"),
                row.getString("question"),
                row.getBytes("inventory"),
                row.getTimestamp("expires_at").toInstant());
    }

    /// @return whether there was something to delete
    @Transactional
    public boolean delete(Secret link) {
        held.hold(link);
        boolean deleted = database.sql("delete from private_plan where link_hash = decode(:hash, 'hex')")
                        .param("hash", link.hashHex())
                        .update()
                > 0;
        if (deleted) {
            audit.record(VISITOR, "private-plan.deleted", link.shortHash());
        }
        return deleted;
    }

    @Scheduled(fixedDelayString = "PT1H")
    @Transactional
    public void forgetExpired() {
        long forgotten = database.sql("select forget_expired_private_plans()")
                .query(Long.class)
                .single();
        if (forgotten > 0) {
            audit.record("courant", "private-plan.expired", String.valueOf(forgotten));
        }
    }
}
