package courant.platform;

import courant.platform.mail.Outbox;
import courant.postgres.DatabaseAccess;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/// A demonstration that runs, and people who use it. All tests of this kind share one, so each has towns and
/// addresses of its own.
@SpringBootTest(properties = "courant.demonstration=true")
@AutoConfigureMockMvc
public abstract class SiteTest {
    @Autowired
    protected MockMvc site;

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected DatabaseAccess owner;

    protected People people;

    @Autowired
    private Clock clock;

    /// As the site has it: in Québec, whatever the hour is where the tests run.
    protected LocalDate today() {
        return LocalDate.now(clock);
    }

    @BeforeEach
    void people() throws SQLException {
        people = new People(site, outbox, owner);
        // People of other tests have asked for links from the same place.
        people.run("delete from courant.sign_in_attempt");
    }
}
