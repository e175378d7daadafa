package courant.platform.accounts;

import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Letters to those who answer for an organisation: its administration and its clerks, and the advisers of who holds
/// mandates.
@Component
public class TeamLetters {
    private final JdbcClient database;
    private final Outbox outbox;

    TeamLetters(JdbcClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /// Leaves with the transaction that is open, or not at all.
    ///
    /// @param organisation its number
    /// @param except address of who knows already, empty for nobody
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(long organisation, String except, String subject, String body) {
        database
                .sql("select * from addresses_to_tell(:organisation)")
                .param("organisation", organisation)
                .query(String.class)
                .list()
                .stream()
                .filter(address -> !address.equals(except))
                .forEach(address -> outbox.post(new Letter(address, subject, body, "")));
    }
}
