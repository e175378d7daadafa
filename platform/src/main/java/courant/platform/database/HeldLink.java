package courant.platform.database;

import courant.platform.web.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The link a person holds, named to the database: row-level security shows the transaction the rows of that link.
@Component
public class HeldLink {
    private final JdbcClient database;

    HeldLink(JdbcClient database) {
        this.database = database;
    }

    /// For the transaction that is open, and no longer.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Secret link) {
        database.sql("select set_config('courant.link_hash', :hash, true)")
                .param("hash", link.hashHex())
                .query(String.class)
                .single();
    }
}
