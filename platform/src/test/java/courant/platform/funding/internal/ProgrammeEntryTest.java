package courant.platform.funding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.engine.incentive.GrantUnit;
import courant.engine.incentive.Programme;
import courant.facts.FactTables;
import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import courant.platform.funding.ProgrammeLibrary;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// An editor enters, corrects and withdraws programmes, and is kept from entering one twice.
class ProgrammeEntryTest extends SiteTest {
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"(\\d+)\"");
    private static final Pattern RESEMBLED = Pattern.compile("name=\"ressemble\" value=\"([^\"]+)\"");

    @Autowired
    private ProgrammeLibrary library;

    @Autowired
    private Alerts alerts;

    private Cookie editor;

    @BeforeEach
    void begin() throws Exception {
        editor = people.withRoles("programmes@equipe.test", "Équipe de Courant", "editor");
    }

    /// A programme of an invented fund, for chargers of any kind.
    private MockHttpServletRequestBuilder entry(String address, String name, String funder, String source) {
        return withoutClasses(address, name, funder, source)
                .param("poids-min-1", "1")
                .param("poids-max-1", "8");
    }

    private MockHttpServletRequestBuilder withoutClasses(String address, String name, String funder, String source) {
        return post("/admin/programmes/" + address)
                .cookie(editor)
                .param("base", "0")
                .param("nom-fr", name)
                .param("nom-en", name + " (EN)")
                .param("organisme", funder)
                .param("etat", "to-confirm")
                .param("admissible", "a-confirmer")
                .param("debut", "2026-01-01")
                .param("fin", "2029-12-31")
                .param("cumul", "75")
                .param("source", source)
                .param("date-source", "2026-11")
                .param("confiance", "low")
                .param("note-fr", "Fonds inventé pour l'essai.")
                .param("note-en", "A fund invented for the test.")
                .param("objet-1", "charger")
                .param("taux-1", "37,5")
                .param("max-1", "12 500,50");
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        return site.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void whatIsEnteredIsListedFoundAndSaidNotToCountInPlans() throws Exception {
        answer(entry("nouveau", "Fonds des Balises inventées", "Fonds Balise", "https://balise.exemple.test/a"), 303);
        String page = people.page("/aide-financiere/fonds-des-balises-inventees", editor);
        assertThat(page)
                .contains("Fonds des Balises inventées")
                .contains("37,5")
                .contains("12\u00a0501\u00a0$")
                .contains("saisie sur ce site")
                .contains("31\u00a0décembre\u00a02029");
        assertThat(people.page("/aide-financiere?objet=charger&cumul=oui", editor))
                .contains("Fonds des Balises inventées");
        assertThat(people.page("/aide-financiere?objet=study", editor)).doesNotContain("Fonds des Balises inventées");
        assertThat(FactTables.incentives().programmes())
                .noneMatch(programme -> programme.id().equals("fonds-des-balises-inventees"));
        assertThat(people.text("select count(*) from courant.audit_event where action = 'programme.entered'"
                        + " and subject like 'programme/fonds-des-balises-inventees version/%'"))
                .isEqualTo("1");
    }

    @Test
    void badInputIsRefusedFieldByFieldAndKeptOnThePage() throws Exception {
        String page = answer(
                post("/admin/programmes/nouveau")
                        .cookie(editor)
                        .param("nom-fr", "Fonds mal saisi")
                        .param("etat", "confirmed")
                        .param("admissible", "a-confirmer")
                        .param("debut", "2026-12-31")
                        .param("fin", "2026-01-01")
                        .param("prix-max", "beaucoup")
                        .param("cumul", "175")
                        .param("source", "javascript:alert(1)")
                        .param("date-source", "hier")
                        .param("confiance", "municipal")
                        .param("objet-1", "")
                        .param("poids-min-1", "8")
                        .param("poids-max-1", "1")
                        .param("annee-1", "27")
                        .param("taux-1", "0")
                        .param("max-1", ""),
                400);
        for (String field : new String[] {
            "nom-en",
            "organisme",
            "fin",
            "admissible",
            "prix-max",
            "cumul",
            "source",
            "date-source",
            "confiance",
            "objet-1",
            "poids-min-1",
            "annee-1",
            "taux-1",
            "max-1"
        }) {
            assertThat(page).as(field).contains("href=\"#" + field + "\"").contains("id=\"" + field + "\"");
        }
        assertThat(page).contains("value=\"Fonds mal saisi\"").contains("Erreur");
        assertThat(library.find("fonds-mal-saisi")).isEmpty();
    }

    @Test
    void whatIsTooLongTooFarOffOrWithoutANameIsRefusedToo() throws Exception {
        String sources = "https://longue.exemple.test/\n".repeat(21);
        String page = answer(
                entry("nouveau", "« … »", "Fonds long", sources)
                        .param("identifiant", "")
                        .param("note-en", "")
                        .param("fin", "2999-12-31"),
                400);
        assertThat(page).contains("href=\"#identifiant\"").contains("href=\"#source\"");
        assertThat(answer(
                        entry("nouveau", "Fonds " + "é".repeat(300), "Fonds long", "https://longue.exemple.test/"),
                        303))
                .isEmpty();
        assertThat(library.programmes())
                .anySatisfy(
                        programme -> assertThat(programme.nameFr()).hasSize(200).startsWith("Fonds éé"));
    }

    @Test
    void anEditorSaysWhatAnAmountIsPerAndThatAnEndIsAssumed() throws Exception {
        LocalDate soon = today().plusDays(10);
        answer(
                entry("nouveau", "Fonds des rallonges rares", "Fonds Rallonge", "https://rallonge.exemple.test/")
                        .param("par-1", "connector")
                        .with(end(soon.toString())),
                303);
        Programme kept = library.find("fonds-des-rallonges-rares").orElseThrow().programme();
        assertThat(kept.validToAssumed()).isTrue();
        assertThat(kept.amounts().getFirst().per()).isEqualTo(GrantUnit.CONNECTOR);
        assertThat(people.page("/aide-financiere/fonds-des-rallonges-rares", editor))
                .contains("par connecteur")
                .contains("date supposée, à confirmer");
        assertThat(people.page("/admin/programmes/fonds-des-rallonges-rares", editor))
                .contains("<option value=\"connector\" selected>")
                .contains("<option value=\"supposee\" selected>");
        alerts.tell();
        assertThat(people.text("select string_agg(kind, ' ') from courant.programme_change"
                        + " where programme = 'fonds-des-rallonges-rares'"))
                .as("an assumed day is no day on which it closes")
                .doesNotContain("closing");
    }

    @Test
    void anAssumedEndWithoutADayAndAnUnknownUnitAreRefused() throws Exception {
        assertThat(answer(
                        entry("nouveau", "Fonds sans jour", "Fonds Jour", "https://jour.exemple.test/")
                                .with(end("")),
                        400))
                .contains("href=\"#fin\"")
                .contains("<option value=\"supposee\" selected>");
        assertThat(answer(
                        entry("nouveau", "Fonds par lune", "Fonds Lune", "https://lune.exemple.test/")
                                .param("par-1", "moon"),
                        400))
                .contains("href=\"#par-1\"")
                .contains("id=\"par-1\"");
    }

    private static RequestPostProcessor end(String day) {
        return request -> {
            request.setParameter("fin", day);
            request.setParameter("fin-origine", "supposee");
            return request;
        };
    }

    @Test
    void aChargerHasNoWeightClass() throws Exception {
        MockHttpServletRequestBuilder some = withoutClasses(
                        "nouveau", "Fonds des bornes choisies", "Fonds des bornes", "https://choisies.exemple.test/")
                .param("poids-min-1", "3")
                .param("poids-max-1", "5");
        assertThat(answer(some, 400)).contains("href=\"#poids-min-1\"");
        answer(
                withoutClasses("nouveau", "Fonds des bornes sans classe", "Fonds Sans", "https://sans.exemple.test/")
                        .param("poids-min-1", "")
                        .param("poids-max-1", ""),
                303);
        assertThat(library.find("fonds-des-bornes-sans-classe")
                        .orElseThrow()
                        .programme()
                        .amounts())
                .allSatisfy(amount ->
                        assertThat(amount.gvwrMin() + " " + amount.gvwrMax()).isEqualTo("1 8"));
    }

    @Test
    void aProgrammeThatResemblesAnotherIsKeptOnlyOnceSaidToBeAnotherAndWhy() throws Exception {
        String shown = answer(
                entry(
                        "nouveau",
                        "Véhicules électriques : Roulez vert 2026",
                        "Fonds Essai",
                        "https://essai.exemple.test/b"),
                400);
        assertThat(shown)
                .contains("Ces programmes ressemblent à celui que vous saisissez")
                .contains("/admin/programmes/roulez-vert-vehicule")
                .contains("nom semblable");
        String resembled = found(RESEMBLED, shown);
        String unsaid = answer(
                entry(
                                "nouveau",
                                "Véhicules électriques : Roulez vert 2026",
                                "Fonds Essai",
                                "https://essai.exemple.test/b")
                        .param("ressemble", resembled)
                        .param("autre", "oui"),
                400);
        assertThat(unsaid).contains("href=\"#raison\"");
        answer(
                entry(
                                "nouveau",
                                "Véhicules électriques : Roulez vert 2026",
                                "Fonds Essai",
                                "https://essai.exemple.test/b")
                        .param("ressemble", resembled)
                        .param("autre", "oui")
                        .param("raison", "Volet inventé pour l'essai"),
                303);
        assertThat(people.text("select subject from courant.audit_event where action = 'programme.entered'"
                        + " and subject like '%roulez-vert-2026%'"))
                .endsWith(" autre/roulez-vert-vehicule");
        assertThat(people.text("select reason from courant.programme_version_author order by version_id desc limit 1"))
                .isEqualTo("Volet inventé pour l'essai");
    }

    @Test
    void theSameSourceIsShownToo() throws Exception {
        assertThat(answer(
                        entry(
                                "nouveau",
                                "Nom sans rapport aucun",
                                "Fonds Source",
                                "https://propulsionquebec.com/programmes/recharge-plus"),
                        400))
                .contains("/admin/programmes/recharge-plus")
                .contains("même source");
    }

    @Test
    void aCorrectionStandsOverTheFactThatShipsAndBothStayInItsHistory() throws Exception {
        String form = people.page("/admin/programmes/transportez-vert", editor);
        assertThat(found(BASE, form)).isEqualTo("0");
        answer(
                entry("transportez-vert", "Transportez vert", "Fonds Transport", "https://t.exemple.test/c")
                        .param("etat", "closed"),
                303);
        String page = people.page("/aide-financiere/transportez-vert", editor);
        assertThat(page)
                .contains("Ce qu’il est devenu")
                .contains("Fiche livrée avec Courant")
                .contains("montants");
        String version =
                people.text("select max(id) from courant.programme_version where programme = 'transportez-vert'");
        String overtaken = answer(
                entry("transportez-vert", "Transportez vert, autre main", "Québec", "https://t.exemple.test/d"), 409);
        assertThat(overtaken).contains("Quelqu’un a publié une autre version");
        assertThat(found(BASE, people.page("/admin/programmes/transportez-vert?version=0", editor)))
                .isEqualTo(version);
        assertThat(people.page("/admin/programmes/transportez-vert", editor)).contains("programmes@equipe.test");
    }

    @Test
    void aWithdrawnProgrammeLeavesTheListAndItsPageStays() throws Exception {
        answer(entry("nouveau", "Fonds à retirer bientôt", "Fonds Retrait", "https://retrait.exemple.test/e"), 303);
        answer(post("/admin/programmes/fonds-a-retirer-bientot/retrait").cookie(editor), 303);
        assertThat(people.page("/aide-financiere", editor)).doesNotContain("Fonds à retirer bientôt");
        assertThat(people.page("/aide-financiere/fonds-a-retirer-bientot", editor))
                .contains("a été retiré de la liste");
        answer(
                post("/admin/programmes/fonds-a-retirer-bientot/retrait")
                        .cookie(editor)
                        .param("retire", "false"),
                303);
        assertThat(people.page("/aide-financiere", editor)).contains("Fonds à retirer bientôt");
    }

    @Test
    void onlyEditorsEnterAndNobodyChangesOrDeletesAVersion() throws Exception {
        answer(entry("nouveau", "Fonds gardé pour toujours", "Fonds Toujours", "https://toujours.exemple.test/"), 303);
        assertThat(people.text("select count(*) from courant.programme_version_author"))
                .isNotEqualTo("0");
        Cookie clerk = people.withRoles("greffe.programmes@ville.test", "Val-des-Érables", "clerk");
        assertThat(people.status("/admin/programmes", clerk)).isEqualTo(403);
        assertThat(people.status("/admin/programmes/nouveau", clerk)).isEqualTo(403);
        site.perform(post("/admin/programmes/transportez-vert/retrait").cookie(clerk))
                .andExpect(status().isForbidden());
        site.perform(get("/admin/programmes")).andExpect(status().isSeeOther());
        try (AsApplication intruder = new AsApplication(owner)) {
            for (String sql : new String[] {
                "delete from programme_version",
                "update programme_version set state = 'confirmed'",
                "delete from programme_version_amount",
                "update programme_version_author set reason = ''"
            }) {
                assertThat(isRefused(intruder, sql)).as(sql).isTrue();
            }
            assertThat(intruder.number("select count(*) from programme_version_author"))
                    .isZero();
        }
    }

    private static boolean isRefused(AsApplication intruder, String sql) {
        try {
            intruder.run(sql);
            return false;
        } catch (SQLException denied) {
            return true;
        }
    }

    @Test
    void anAlertKeepsEveryFilterAndSaysThemInWords() throws Exception {
        String asked = "/aide-financiere/alerte?objet=charger&cumul=oui&echeance=12-mois&qui=oui&inconnu=x";
        assertThat(people.page(asked, editor))
                .contains("règle de cumul précisée")
                .contains("se termine d’ici douze mois")
                .contains("municipalités admissibles selon la source")
                .contains("name=\"echeance\" value=\"12-mois\"")
                .doesNotContain("name=\"inconnu\"");
        site.perform(post("/aide-financiere/alerte")
                        .param("courriel", "filtres@ville.test")
                        .param("objet", "charger")
                        .param("qui", "oui"))
                .andExpect(status().isSeeOther());
        assertThat(people.text("select search from courant.funding_alert where email = 'filtres@ville.test'"))
                .isEqualTo("objet=charger&qui=oui");
    }
}
