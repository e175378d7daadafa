package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import courant.platform.SiteTest;
import courant.platform.web.Words;
import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.RequestBuilder;

/// Every role against every action, each cell by a real request; the table of the documentation is the same table.
class AccessMatrixTest extends SiteTest {
    private static final int FORBIDDEN = 403;

    private final Map<Role, Cookie> ofATown = new EnumMap<>(Role.class);
    private final Map<Role, Cookie> ofTheTeam = new EnumMap<>(Role.class);

    @BeforeEach
    void oneOfEachRole() throws Exception {
        String town = people.text("select name from courant.organisation where municipality_code = '99910'");
        for (Role role : Role.values()) {
            people.run("delete from courant.sign_in_attempt");
            ofATown.put(role, people.withRoles(role.id() + "@ville.test", town, role.id()));
            ofTheTeam.put(role, people.withRoles(role.id() + "@equipe.test", "Équipe de Courant", role.id()));
        }
    }

    /// A request that needs the action. What it says is wrong or absent: allowed, it is refused for that and changes
    /// nothing; forbidden, it never comes so far.
    private static RequestBuilder request(Action action, Cookie who) {
        return switch (action) {
            case READ_SPACE -> get("/espace/engagement").cookie(who);
            case READ_JOURNAL -> get("/espace/journal").cookie(who);
            case MANAGE_TEAM ->
                post("/espace/equipe/invitation")
                        .param("courriel", "pas une adresse")
                        .cookie(who);
            case GIVE_MANDATE ->
                post("/espace/equipe/mandat").param("fin", "hier").cookie(who);
            case PREPARE_COMMITMENT -> post("/espace/engagement").cookie(who);
            case SUBMIT_RESOLUTION -> multipart("/espace/engagement/resolution").cookie(who);
            case RENEW_COMMITMENT -> post("/espace/engagement/renouvellement").cookie(who);
            case WITHDRAW_COMMITMENT -> post("/espace/engagement/retrait").cookie(who);
            case COVER_MUNICIPALITIES ->
                post("/espace/engagement/couverture").param("codes", "00000").cookie(who);
            case REVIEW_COMMITMENT -> get("/admin/engagements").cookie(who);
            case APPROVE_PEOPLE -> get("/admin/rattachements").cookie(who);
            case MANAGE_ORGANISATIONS -> get("/admin/organisations").cookie(who);
            case MANAGE_ACCOUNTS -> get("/admin/comptes").cookie(who);
            case EDIT_TEXTS -> get("/admin/textes").cookie(who);
            case SEND_NEWSLETTER -> get("/admin/infolettre").cookie(who);
            case READ_OUTBOX -> get("/admin/courriels").cookie(who);
            case RETRY_MAIL -> post("/admin/courriels/999999/reprise").cookie(who);
            case READ_WHOLE_JOURNAL -> get("/admin/journal").cookie(who);
            case READ_MESSAGES -> get("/admin/messages").cookie(who);
        };
    }

    private int status(Action action, Cookie who) throws Exception {
        return site.perform(request(action, who)).andReturn().getResponse().getStatus();
    }

    @Test
    void eachRoleMayDoWhatTheTableSaysAndNothingElse() throws Exception {
        int cells = 0;
        for (Action action : Action.values()) {
            Map<Role, Cookie> people = action.scope() == Action.Scope.PLATFORM ? ofTheTeam : ofATown;
            for (Role role : Role.values()) {
                int status = status(action, Objects.requireNonNull(people.get(role)));
                String cell = action + " by " + role;
                if (action.allowedTo(role)) {
                    assertThat(status).as(cell).isNotEqualTo(FORBIDDEN).isLessThan(500);
                } else {
                    assertThat(status).as(cell).isEqualTo(FORBIDDEN);
                }
                cells++;
            }
        }
        assertThat(cells).isEqualTo(Action.values().length * Role.values().length);
    }

    @Test
    void aRoleInATownIsNoneOnThePlatform() throws Exception {
        for (Action action : Action.values()) {
            if (action.scope() == Action.Scope.PLATFORM) {
                for (Role role : Role.values()) {
                    assertThat(status(action, Objects.requireNonNull(ofATown.get(role))))
                            .as(action + " by " + role)
                            .isEqualTo(FORBIDDEN);
                }
            }
        }
    }

    /// To write the table anew: run with `-Dcourant.write-docs=true`.
    @Test
    void theDocumentationHoldsThisTable() throws Exception {
        Path page = Path.of(System.getProperty("courant.root", ".."), "docs", "reference", "acces.md");
        if (Boolean.getBoolean("courant.write-docs")) {
            Files.writeString(page, table());
        }
        assertThat(Files.readString(page)).isEqualTo(table());
    }

    private static String table() {
        Words words = Words.of(Locale.CANADA_FRENCH);
        StringBuilder table = new StringBuilder("""
                # Qui peut faire quoi

                Cette table est faite du code (`courant.platform.accounts.Action`) et chaque case est vérifiée par une requête réelle (`AccessMatrixTest`). La base de données vérifie une deuxième fois, par des règles sur chaque ligne (*row-level security*).

                Une personne mandatée par une municipalité y agit avec le rôle « accompagnement ». Les actions de la plateforme demandent un rôle dans l’équipe qui l’exploite.

                """.replace("« ", "«\u00a0").replace(" »", "\u00a0»"));
        table.append("| Action | Où |");
        for (Role role : Role.values()) {
            table.append(' ').append(words.say("role." + role.id())).append(" |");
        }
        table.append("\n|---|---|").append("---|".repeat(Role.values().length)).append('\n');
        for (Action action : Action.values()) {
            table.append("| ")
                    .append(words.say("action." + action.id()))
                    .append(" | ")
                    .append(action.scope() == Action.Scope.PLATFORM ? "plateforme" : "organisation")
                    .append(" |");
            for (Role role : Role.values()) {
                table.append(action.allowedTo(role) ? " oui |" : " – |");
            }
            table.append('\n');
        }
        return table.toString();
    }
}
