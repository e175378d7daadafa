package courant.platform.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import courant.platform.database.AsApplication;
import courant.platform.web.Secret;
import courant.postgres.DatabaseAccess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class PrivatePlanStoreTest {
    @Autowired
    private PrivatePlanStore store;

    @Autowired
    private DatabaseAccess owner;

    @Autowired
    private TransactionTemplate transactions;

    private static PrivatePlan plan(Duration life) {
        return new PrivatePlan(
                "99901",
                "parc d’été.xlsx",
                "budget=450000",
                "unit,class\n1,car\n".getBytes(StandardCharsets.UTF_8),
                Instant.now().plus(life));
    }

    @Test
    void whatWasSavedIsFoundWithItsLinkAndGoneOnceDeleted() {
        Secret link = store.save(plan(Duration.ofDays(30)));
        PrivatePlan found = store.find(link).orElseThrow();
        assertThat(found.fileName()).isEqualTo("parc d’été.xlsx");
        assertThat(found.inventory()).isEqualTo(plan(Duration.ofDays(30)).inventory());
        assertThat(store.delete(link)).isTrue();
        assertThat(store.find(link)).isEmpty();
        assertThat(store.delete(link)).isFalse();
    }

    @Test
    void anotherLinkFindsNothing() {
        store.save(plan(Duration.ofDays(30)));
        assertThat(store.find(Secret.fresh())).isEmpty();
    }

    @Test
    void anExpiredPlanIsNotFoundAndIsForgotten() throws SQLException {
        Secret link = store.save(plan(Duration.ofSeconds(-1)));
        assertThat(store.find(link)).isEmpty();
        store.forgetExpired();
        assertThat(asOwner("select count(*) from courant.private_plan where link_hash = decode('%s', 'hex')"
                        .formatted(link.hashHex())))
                .isZero();
    }

    @Test
    void theApplicationsOwnRoleSeesNoPlanWithoutItsLink() throws SQLException {
        Secret link = store.save(plan(Duration.ofDays(30)));
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from private_plan")).isZero();
            assertThatThrownBy(() -> intruder.run("update private_plan set file_name = 'x'"))
                    .hasMessageContaining("permission denied");
            intruder.run("delete from private_plan");
            intruder.run("set courant.link_hash = '" + link.hashHex() + "'");
            assertThat(intruder.number("select count(*) from private_plan")).isEqualTo(1);
        }
    }

    @Test
    void aSaveThatFailsLeavesNeitherPlanNorEvent() throws SQLException {
        long plans = asOwner("select count(*) from courant.private_plan");
        long events = asOwner("select count(*) from courant.audit_event");
        transactions.executeWithoutResult(status -> {
            store.save(plan(Duration.ofDays(30)));
            status.setRollbackOnly();
        });
        assertThat(asOwner("select count(*) from courant.private_plan")).isEqualTo(plans);
        assertThat(asOwner("select count(*) from courant.audit_event")).isEqualTo(events);
    }

    private long asOwner(String sql) throws SQLException {
        try (Connection connection = owner.open();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
