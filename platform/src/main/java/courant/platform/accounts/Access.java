package courant.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks whether who acts may do something. The database asks again, by row-level security.
@Component
public class Access {
    private static final String COLUMNS =
            "o.id, o.kind, o.name, o.municipality_code, o.english, o.demonstration, o.mrc";

    private final JdbcClient database;

    Access(JdbcClient database) {
        this.database = database;
    }

    /// @throws IllegalStateException when nobody is signed in, which the addresses of these pages exclude
    @Transactional(readOnly = true)
    public Standing standing() {
        Person person = Person.acting()
                .orElseThrow(() -> new IllegalStateException("""
                Nobody is signed in (%s).
                Maybe the address of this page is not among those that ask for it.""".formatted(SecurityContextHolder.getContext())));
        List<Standing.Post> posts = new ArrayList<>(memberships(person));
        posts.addAll(mandates(person));
        return new Standing(person, List.copyOf(posts));
    }

    private List<Standing.Post> memberships(Person person) {
        Map<Organisation, Set<Role>> roles = new LinkedHashMap<>();
        database.sql("""
                        select %s, m.role from membership m join organisation o on o.id = m.organisation_id
                        where m.account_id = :person order by o.kind = 'operator', o.name
                        """.formatted(COLUMNS)).param("person", person.id()).query((ResultSet row) -> {
            roles.computeIfAbsent(organisation(row), ignored -> EnumSet.noneOf(Role.class))
                    .add(Role.of(row.getString("role")).orElseThrow());
        });
        return roles.entrySet().stream()
                .map(entry -> new Standing.Post(entry.getKey(), entry.getValue(), null))
                .toList();
    }

    /// Towns that gave a mandate to an organisation where the person is adviser or administrator.
    private List<Standing.Post> mandates(Person person) {
        return database.sql("""
                        select distinct on (o.name, o.id) %s, h.id as holder from mandate d
                        join organisation o on o.id = d.town_id
                        join organisation h on h.id = d.holder_id
                        join membership m on m.organisation_id = h.id and m.role in ('adviser', 'administrator')
                        where m.account_id = :person and d.revoked_at is null and d.ends_on >= current_date
                        order by o.name, o.id
                        """.formatted(COLUMNS))
                .param("person", person.id())
                .query((row, index) ->
                        new Standing.Post(organisation(row), Set.of(Role.ADVISER), holder(row.getLong("holder"))))
                .list();
    }

    private @Nullable Organisation holder(long id) {
        return database.sql("select " + COLUMNS + " from organisation o where id = :id")
                .param("id", id)
                .query((row, index) -> organisation(row))
                .optional()
                .orElse(null);
    }

    /// From a row that begins with the columns of an organisation.
    public static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getLong("id"),
                Organisation.Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                row.getString("municipality_code"),
                row.getBoolean("english"),
                row.getBoolean("demonstration"),
                row.getString("mrc"));
    }

    /// The post of who acts, when it allows the action.
    ///
    /// @throws ForbiddenException when it does not
    @Transactional(readOnly = true)
    public Standing.Post require(Action action) {
        return standing().post().filter(post -> post.may(action)).orElseThrow(() -> new ForbiddenException(action));
    }

    /// @throws ForbiddenException when no role in the team that runs this instance allows the action
    @Transactional(readOnly = true)
    public Person requireOnPlatform(Action action) {
        Standing standing = standing();
        if (!standing.may(action)) {
            throw new ForbiddenException(action);
        }
        return standing.person();
    }
}
