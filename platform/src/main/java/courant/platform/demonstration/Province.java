package courant.platform.demonstration;

import courant.engine.climate.Municipality;
import courant.platform.engagement.DraftResolution;
import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.postgres.DatabaseAccess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Fills an empty demonstration, once. Written as the owner of the tables: nobody is signed in yet.
@Component
@ConditionalOnProperty(name = "courant.demonstration", havingValue = "true")
class Province {
    private static final String MRC = "MRC des Trois-Versants (fictive)";
    private static final String TERRITORY = "MRC Les Trois-Versants (fictive)";
    private static final int COVERED = 6;
    private static final List<String> WITHOUT_ELECTRIC = List.of(
            "Le véhicule partagé entre deux services a remplacé deux autos peu utilisées. Rien d’électrique encore\u00a0: la livraison est retardée.",
            "Peu de progrès cette année\u00a0: le poste de gestion du parc est resté vacant six mois. L’inventaire sera refait au printemps.",
            "Un essai d’un mois avec une camionnette prêtée a convaincu l’équipe de la voirie. L’achat est inscrit au PTI.");
    private static final List<String> WITH_ONE = List.of(
            "L’inventaire est dressé et le conseil l’a reçu. Deux camionnettes attendaient un remplacement cette année; l’une est remplacée par un véhicule électrique, l’autre est gardée un an de plus.",
            "Le véhicule d’inspection électrique est en service. La borne a coûté plus cher que prévu, à cause de l’entrée électrique.");
    private static final List<String> WITH_SEVERAL = List.of(
            "Les véhicules légers électriques sont en service. La recharge de nuit est décalée après 22\u00a0h, et la pointe du garage n’a pas bougé.",
            "Les véhicules lourds restent à combustion pour l’instant\u00a0: aucun essai d’hiver ne nous a convaincus. Les autos électriques, elles, font leur travail.");

    private final DatabaseAccess owner;
    private final MunicipalityDirectory directory;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Province(DatabaseAccess owner, MunicipalityDirectory directory, Clock clock, ApplicationEventPublisher events) {
        this.owner = owner;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Order(0)
    void fill(ApplicationStartedEvent started) throws SQLException, IOException {
        try (Connection connection = owner.open()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("set search_path to courant");
            if (number(connection, "insert into demonstration default values on conflict do nothing returning 1")
                    == 1) {
                new Filling(connection, LocalDate.now(clock)).fill(towns());
                number(connection, "select append_audit_event('courant', 'demonstration.loaded', '')");
            }
            connection.commit();
        }
        events.publishEvent(new Commitments.Changed());
    }

    private List<Municipality> towns() {
        return directory.all().stream().filter(Municipality::invented).toList();
    }

    private static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /// One filling of an empty database.
    private record Filling(Connection connection, LocalDate today) {
        void fill(List<Municipality> towns) throws SQLException, IOException {
            number(connection, "update organisation set english = true where kind = 'operator'");
            long operator = number(connection, "select id from organisation where kind = 'operator'");
            person("administration@courant.exemple", "Administration de la plateforme", operator, "administrator");
            person("redaction@courant.exemple", "Rédaction", operator, "editor");
            person("suivi@courant.exemple", "Accompagnement", operator, "adviser", "group-manager");
            person("verification@courant.exemple", "Vérification", operator, "auditor");
            long mrc = organisation("mrc", MRC, null);
            number(connection, "update organisation set mrc = ? where id = ?", TERRITORY, mrc);
            person(
                    "accompagnement@trois-versants.exemple",
                    "Conseil aux municipalités",
                    mrc,
                    "adviser",
                    "administrator");
            organisation("union", "Union des municipalités fictives", null);
            long supplier = organisation("supplier", "Véhicules Boréal (fictif)", null);
            person("ventes@boreal.exemple", "Ventes", supplier, "administrator");
            commit(mrc, new DraftResolution("MRC", MRC), Term.first(today.minusDays(200)), "published", null, 0);
            for (int i = 0; i < towns.size(); i++) {
                town(towns.get(i), i, towns.size(), mrc);
            }
        }

        private void town(Municipality town, int i, int count, long mrc) throws SQLException, IOException {
            String domain = MunicipalityDirectory.slug(town.name()) + ".exemple";
            number(
                    connection,
                    """
                    insert into municipality_contact (municipality_code, email, domain, postal_address, source, read_on,
                      demonstration) values (?, ?, ?, ?, 'inventé pour la démonstration', ?, true)
                    """,
                    town.code(),
                    "info@" + domain,
                    domain,
                    "1, rue Principale, " + town.name() + " (Québec)",
                    Date.valueOf(today));
            if (i >= count - COVERED) {
                number(
                        connection,
                        "insert into coverage (organisation_id, municipality_code, since) values (?, ?, ?)",
                        mrc,
                        town.code(),
                        Date.valueOf(today.minusDays(180)));
                return;
            }
            long organisation = organisation("municipality", town.name(), town.code());
            long clerk = person("greffe@" + domain, "Greffe", organisation, "clerk", "administrator");
            if (i == 0) {
                person("parc@" + domain, "Travaux publics", organisation, "fleet");
                person("tresorerie@" + domain, "Trésorerie", organisation, "treasury");
                person("conseil@" + domain, "Conseil", organisation, "council-reader");
            }
            if (i == 3 || i == 4) {
                number(
                        connection,
                        "insert into mandate (town_id, holder_id, given_by, ends_on) values (?, ?, ?, ?)",
                        organisation,
                        mrc,
                        clerk,
                        Date.valueOf(today.plusMonths(10)));
            }
            DraftResolution draft = DraftResolution.of(town);
            Integer people = town.population();
            switch (i) {
                case 1 -> commit(organisation, draft, Term.first(today.minusDays(9)), "submitted", people, i);
                case 2 -> commit(organisation, draft, null, "draft", people, i);
                case 7, 20 -> commit(organisation, draft, Term.withdrawn(i, today), "withdrawn", people, i);
                default -> commit(organisation, draft, Term.of(i, today), "published", people, i);
            }
        }

        private long organisation(String kind, String name, @Nullable String code) throws SQLException {
            return number(connection, """
                    insert into organisation (kind, name, municipality_code, demonstration) values (?, ?, ?, true)
                    returning id
                    """, kind, name, code);
        }

        private long person(String email, String name, long organisation, String... roles) throws SQLException {
            long account = number(
                    connection,
                    "insert into account (email, name, demonstration) values (?, ?, true) returning id",
                    email,
                    name);
            for (String role : roles) {
                number(
                        connection,
                        "insert into membership (account_id, organisation_id, role) values (?, ?, ?)",
                        account,
                        organisation,
                        role);
            }
            return account;
        }

        private void commit(
                long organisation,
                DraftResolution draft,
                @Nullable Term term,
                String state,
                @Nullable Integer population,
                int i)
                throws SQLException, IOException {
            boolean published = state.equals("published") || state.equals("withdrawn");
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            draft.document().writeDocx(file);
            LocalDate session = term == null ? null : term.session();
            LocalDate until = term == null ? null : term.until();
            long commitment = number(
                    connection,
                    """
                    insert into commitment (organisation_id, declaration_version, state, session_date, resolution_number,
                      file_name, file_type, file, submitted_at, published_at, renewed_until, withdrawn_on,
                      withdrawal_number, reminded_for)
                    values (?, '1.1', ?, ?, ?, ?, ?, ?, now(), case when ? then now() end, ?, ?, ?, ?) returning id
                    """,
                    organisation,
                    state,
                    session == null ? null : Date.valueOf(session),
                    session == null ? "" : session.getYear() + "-" + (100 + i),
                    session == null ? "" : "resolution-fictive.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    session == null ? null : file.toByteArray(),
                    published,
                    !published || until == null ? null : Date.valueOf(until),
                    state.equals("withdrawn") ? Date.valueOf(today.minusDays(30)) : null,
                    state.equals("withdrawn") ? today.getYear() + "-" + (300 + i) : "",
                    until == null ? null : Date.valueOf(until));
            if (published && term != null) {
                report(commitment, organisation, term, population, i);
            }
        }

        /// What the town says of its year: figures of its size, after what they follow from.
        private void report(long commitment, long organisation, Term term, @Nullable Integer population, int i)
                throws SQLException {
            LocalDate renewedOn = term.renewedOn();
            if (population == null || renewedOn == null) {
                return;
            }
            int vehicles = fleetOf(population);
            int electric = Math.min(vehicles / 4, i % 7);
            List<String> words = electric == 0 ? WITHOUT_ELECTRIC : electric == 1 ? WITH_ONE : WITH_SEVERAL;
            number(
                    connection,
                    """
                    insert into progress_report (commitment_id, organisation_id, reported_on, vehicles, electric,
                      plan_adopted_on, text) values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    commitment,
                    organisation,
                    Date.valueOf(renewedOn),
                    vehicles,
                    electric,
                    i % 2 == 0 ? Date.valueOf(term.session().plusMonths(6)) : null,
                    words.get(i / 2 % words.size()));
        }

        /// Few vehicles in a village, some two hundred in a town of forty thousand.
        private static int fleetOf(int population) {
            return Math.max(2, (int) Math.round(0.02 * Math.pow(population, 0.88)));
        }
    }
}
