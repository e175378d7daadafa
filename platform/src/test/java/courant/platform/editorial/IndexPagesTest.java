package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.facts.FactTables;
import courant.platform.SiteTest;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The pages of the parts that are not built yet: useful today, and honest about what is to come.
class IndexPagesTest extends SiteTest {
    private String read(String address) throws Exception {
        return site.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theCalendarShowsTheLastDayOfEachProgrammeUnlessItClosedBefore() throws Exception {
        String page = read("/evenements");
        List<Programme> ending = FactTables.incentives().programmes().stream()
                .filter(this::announcesAnEnd)
                .toList();
        assertThat(ending).isNotEmpty();
        assertThat(ending)
                .allSatisfy(programme -> assertThat(page).contains("href=\"/aide-financiere/" + programme.id() + "\""));
    }

    @Test
    void anEndThatWeAssumedIsNoDayOfTheCalendar() throws Exception {
        for (String address : new String[] {"/evenements", "/evenements.ics"}) {
            assertThat(read(address).replace("\r\n ", ""))
                    .contains("/aide-financiere/roulez-vert-vehicule")
                    .doesNotContain("/aide-financiere/pave-2026")
                    .doesNotContain("/aide-financiere/ecocamionnage\"")
                    .doesNotContain("UID:programme-ecocamionnage@");
        }
    }

    private boolean announcesAnEnd(Programme programme) {
        LocalDate last = programme.validTo();
        return last != null
                && !programme.validToAssumed()
                && (last.isBefore(today()) || programme.state() != ProgrammeState.CLOSED);
    }

    @Test
    void anInventedEventSaysSoOnItsPageInTheListAndInTheAgenda() throws Exception {
        String address = "/evenements/2027/webinaire-l-hiver-et-l-autonomie";
        assertThat(read("/evenements?mois=2027-01")).contains(address).contains("Municipalité fictive");
        assertThat(read(address)).contains("Il n’aura pas lieu").contains("12\u00a0h\u00a000");
        String file = site.perform(get(address + ".ics"))
                .andExpect(content().contentTypeCompatibleWith("text/calendar"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.replace("\r\n ", "")).contains("(municipalité fictive)").contains("DTSTART:20270120T170000Z");
    }

    @Test
    void filtersOfTheCalendarAreInItsAddressAndNonsenseFiltersNothing() throws Exception {
        assertThat(read("/evenements?public=mecanique"))
                .contains("essai-camionnette-de-voirie")
                .doesNotContain("rencontre-des-conseils");
        assertThat(read("/evenements?chantier=infrastructures"))
                .contains("journee-de-demonstration")
                .doesNotContain("formation-lire-sa-facture");
        assertThat(read("/evenements?mois=2027-99&chantier=%3Cscript%3E&public=x"))
                .contains("rencontre-des-conseils");
    }

    @Test
    void theWholeCalendarIsOneFileWithTheLastDaysToo() throws Exception {
        assertThat(read("/evenements.ics"))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("UID:programme-roulez-vert-vehicule@")
                .contains("UID:evenement-journee-de-demonstration@");
    }

    @Test
    void anUnknownEventOrYearIsNotFound() throws Exception {
        site.perform(get("/evenements/2027/rien")).andExpect(status().isNotFound());
        site.perform(get("/evenements/2019/journee-de-demonstration")).andExpect(status().isNotFound());
        site.perform(get("/evenements/2027/rien.ics")).andExpect(status().isNotFound());
    }

    @Test
    void anEditorAnnouncesAnEventAndABadHourIsRefused() throws Exception {
        Cookie editor = people.withRoles("evenements@equipe.test", "Équipe de Courant", "editor");
        String address = "/admin/textes/evenements/visite-de-garage/fr";
        site.perform(event(address, "0", "le 3 mai").cookie(editor)).andExpect(status().isBadRequest());
        site.perform(event(address, "0", "2027-05-03T09:30").cookie(editor)).andExpect(status().isSeeOther());
        assertThat(read("/evenements")).doesNotContain("visite-de-garage");
        String base = people.text("select max(id) from courant.text_version where slug = 'visite-de-garage'");
        site.perform(event(address + "/publication", base, "2027-05-03T09:30").cookie(editor))
                .andExpect(status().isSeeOther());
        assertThat(read("/evenements/2027/visite-de-garage"))
                .contains("9\u00a0h\u00a030")
                .doesNotContain("Municipalité fictive");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    private static MockHttpServletRequestBuilder event(String address, String base, String start) {
        return post(address)
                .param("base", base)
                .param("champ-titre", "Visite de garage")
                .param("champ-resume", "Une heure au garage.")
                .param("champ-debut", start)
                .param("champ-duree", "60")
                .param("champ-lieu", "en ligne")
                .param("champ-public", "tous")
                .param("champ-organisateur", "Équipe de Courant")
                .param("texte", "Rien de plus.");
    }

    @Test
    void atLeastTwentyQuestionsAreAnsweredEachWithAnAnchorAndASource() throws Exception {
        String page = read("/questions");
        assertThat(page.split("<article class=\"prose question\"")).hasSizeGreaterThan(20);
        assertThat(page).contains("id=\"perte-en-hiver\"").contains("href=\"/nous-joindre?sujet=question\"");
    }

    @Test
    void questionsAreFilteredByTopicAndWorkstream() throws Exception {
        assertThat(read("/questions?theme=hiver"))
                .contains("id=\"deneigement\"")
                .doesNotContain("id=\"seuil-public\"");
        assertThat(read("/questions?chantier=securite-publique"))
                .contains("id=\"panne\"")
                .doesNotContain("id=\"thermopompe\"");
    }

    @Test
    void everyLinkOfAnAnswerLeadsSomewhere() throws Exception {
        for (String source : Pattern.compile("<p class=\"source\">.*?href=\"(/[^\"#?]*)")
                .matcher(read("/questions"))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            site.perform(get(source)).andExpect(status().isOk());
        }
    }

    @Test
    void aQuestionIsAskedByTheFormWithItsSubjectAndOnlyKnownSubjectsAreWritten() throws Exception {
        assertThat(read("/nous-joindre?sujet=question")).contains("Ma question");
        assertThat(read("/nous-joindre?sujet=%3Cscript%3E")).doesNotContain("<script>\"");
    }

    @Test
    void theLogSheetCarriesTheTownAndTheUnitOfItsAddressAsText() throws Exception {
        List<Row> rows = rows(get("/essais/feuille.xlsx")
                .param("municipalite", "Val-des-Érables")
                .param("unite", "=1+1"));
        assertThat(rows.get(1).getCellText(0)).isEqualTo("Municipalité\u00a0: Val-des-Érables");
        assertThat(rows.get(2).getCellText(0)).endsWith("=1+1");
        assertThat(read("/essais/feuille?municipalite=%3Cb%3E")).doesNotContain("<b>");
    }

    @Test
    void theFormOfAReportAsksForRawFiguresAndWhereTheyWereMeasured() throws Exception {
        assertThat(rows(get("/retours-d-experience/formulaire.xlsx")).toString())
                .isNotEmpty();
        assertThat(rows(get("/retours-d-experience/formulaire.xlsx")))
                .anySatisfy(row -> assertThat(row.getCellText(0)).isEqualTo("Énergie (kWh)"));
    }

    private List<Row> rows(MockHttpServletRequestBuilder request) throws Exception {
        byte[] file = site.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void publishedResultsKeepTheirSourceAndNoMemberIsSaidToHaveReported() throws Exception {
        assertThat(read("/retours-d-experience"))
                .contains("2\u00a0792\u00a0km")
                .contains("Aucun retour de membre n’est publié");
        assertThat(read("/retours-d-experience?chantier=securite-publique"))
                .contains("new-york-collecte-et-deneigement")
                .doesNotContain("umq-sel-de-deglacage");
    }

    @Test
    void thresholdsSayWhenTheyEndedAndACalendarIsComputedFromAGivenDay() throws Exception {
        assertThat(read("/regroupements")).contains("période terminée").contains("121\u00a0200");
        assertThat(read("/regroupements?depart=2027-01-15"))
                .contains("30\u00a0janvier\u00a02027")
                .contains("à confirmer par un juriste");
        assertThat(read("/regroupements?depart=demain")).contains("Écrivez une date");
    }

    @Test
    void theSiteMapHasTheEventsAndTheQuestionsOnce() throws Exception {
        String map = read("/sitemap.xml");
        assertThat(map).contains("/evenements/2027/journee-de-demonstration").doesNotContain("#");
        assertThat(map.split("/questions</loc>")).hasSize(2);
    }
}
