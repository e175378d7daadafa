package courant.platform;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import courant.platform.mail.Letter;
import courant.platform.mail.Outbox;
import courant.postgres.DatabaseAccess;
import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;

/// People of a test: they sign in by the letter they receive, as anybody does.
public record People(MockMvc site, Outbox outbox, DatabaseAccess owner) {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    /// Signs in by the letter.
    ///
    /// @return the cookie of the session
    public Cookie signIn(String email) throws Exception {
        site.perform(post("/connexion/lien").param("courriel", email));
        String link = links(email).getFirst();
        Cookie cookie = site.perform(post(link)).andReturn().getResponse().getCookie("courant_session");
        return Objects.requireNonNull(cookie, "no session was opened by " + link);
    }

    /// Paths of the links of the newest letter to an address.
    public List<String> links(String email) {
        Matcher links = LINK.matcher(letter(email).body());
        return links.results().map(link -> link.group(1)).toList();
    }

    public Letter letter(String email) {
        return outbox.newest(500).stream()
                .filter(letter -> letter.recipient().equals(email))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no letter to " + email));
    }

    /// Somebody with roles in an organisation, made by the owner of the tables.
    public Cookie withRoles(String email, String organisation, String... roles) throws Exception {
        Cookie cookie = signIn(email);
        for (String role : roles) {
            run("""
                    insert into courant.membership (account_id, organisation_id, role)
                    select a.id, o.id, '%s' from courant.account a, courant.organisation o
                    where a.email = '%s' and o.name = '%s' on conflict do nothing
                    """.formatted(role, email, organisation.replace("'", "''")));
        }
        return cookie;
    }

    /// The team that runs the instance closes the account of somebody.
    public void closeAccount(String email) throws Exception {
        Cookie chief = withRoles("fermetures@courant.test", "Équipe de Courant", "administrator");
        String id = text("select id from courant.account where email = '%s'".formatted(email));
        site.perform(post("/admin/comptes/" + id + "/fermeture").cookie(chief));
        if (text("select closed_at from courant.account where id = " + id).equals("null")) {
            throw new AssertionError("the account of %s is still open".formatted(email));
        }
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String text(String sql) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    public String page(String address, Cookie who) throws Exception {
        return site.perform(get(address).cookie(who)).andReturn().getResponse().getContentAsString();
    }

    public int status(String address, Cookie who) throws Exception {
        return site.perform(get(address).cookie(who)).andReturn().getResponse().getStatus();
    }
}
