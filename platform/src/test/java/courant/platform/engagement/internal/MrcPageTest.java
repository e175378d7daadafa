package courant.platform.engagement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import courant.platform.municipalities.Commitments;
import courant.platform.municipalities.MunicipalityDirectory;
import courant.platform.web.Figures;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.ResultActions;

/// What everybody reads of the commitment of an MRC, and of what it covers or covered.
class MrcPageTest extends SiteTest {
    private static final Figures FRENCH = Figures.of(Locale.CANADA_FRENCH);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Toronto"));
    private static final LocalDate SESSION = TODAY.minusDays(60);
    private static final LocalDate COVERED_SINCE = TODAY.minusDays(40);

    /// An invented town that no other test knows, and which has a team.
    private static final String TOWN = "99951";

    private static final String TOWN_PAGE = "/municipalites/99951-lac-aux-becassines";

    @Autowired
    private ApplicationEventPublisher events;

    private static String address(String mrc) {
        return "/municipalites/mrc/" + MunicipalityDirectory.slug(mrc);
    }

    private String read(String address) throws Exception {
        return site.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /// An MRC whose commitment is in a state, and which covers the town, whose own council has not voted.
    private void anMrc(String name, String state) throws Exception {
        people.run("""
                delete from courant.coverage where municipality_code = '%1$s';
                delete from courant.commitment c using courant.organisation o
                  where o.id = c.organisation_id and o.municipality_code = '%1$s';
                insert into courant.organisation (kind, name, demonstration) values ('mrc', '%2$s', true);
                insert into courant.commitment (organisation_id, declaration_version, state, session_date, resolution_number,
                    file_name, file_type, file, published_at, renewed_until)
                  select id, '1.1', '%3$s', date '%4$s', '2026-07-77', 'resolution.pdf', 'application/pdf', '%%PDF-1.7',
                    case when '%3$s' = 'published' then now() end, date '%4$s' + 365
                  from courant.organisation where name = '%2$s';
                insert into courant.coverage (organisation_id, municipality_code, since)
                  select id, '%1$s', date '%5$s' from courant.organisation where name = '%2$s';
                """.formatted(TOWN, name, state, SESSION, COVERED_SINCE));
        events.publishEvent(new Commitments.Changed());
    }

    private ResultActions withdraw(Cookie clerk, boolean confirmed) throws Exception {
        return site.perform(post("/espace/engagement/retrait")
                .cookie(clerk)
                .param("numero-retrait", "2026-09-99")
                .param("seance-retrait", TODAY.minusDays(1).toString())
                .param("confirme", String.valueOf(confirmed)));
    }

    @Test
    void showsItsResolutionAndTheTownsItCovers() throws Exception {
        String mrc = "MRC des Lisières (fictive)";
        anMrc(mrc, "published");
        assertThat(read(address(mrc)))
                .contains("<h1>" + mrc + "</h1>", "Organisation fictive", ">engagée<")
                .contains("Résolution 2026-07-77, séance du " + FRENCH.date(SESSION))
                .contains("En vigueur jusqu’au " + FRENCH.date(SESSION.plusDays(365)))
                .contains("href=\"" + address(mrc) + "/resolution\"")
                .contains("href=\"" + TOWN_PAGE + "\"", "depuis le " + FRENCH.date(COVERED_SINCE))
                .doesNotContain("Municipalités qui ont été couvertes");
        site.perform(get(address(mrc) + "/resolution"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"));
        assertThat(read("/en" + address(mrc)))
                .contains("Fictional organization", ">committed<", "Resolution 2026-07-77, meeting of")
                .contains("href=\"/en" + TOWN_PAGE + "\"");
    }

    @Test
    void aCoveredTownSaysTheResolutionOfItsMrcAndLeadsToIt() throws Exception {
        String mrc = "MRC des Orées (fictive)";
        anMrc(mrc, "published");
        assertThat(read(TOWN_PAGE))
                .contains("Couverte par la MRC des Orées (fictive) depuis le " + FRENCH.date(COVERED_SINCE))
                .contains("Résolution 2026-07-77 du conseil de la MRC, séance du " + FRENCH.date(SESSION))
                .contains("href=\"" + address(mrc) + "\"", "href=\"" + address(mrc) + "/resolution\"");
        assertThat(read("/en" + TOWN_PAGE))
                .contains("Covered by the MRC des Orées (fictive) since", "href=\"/en" + address(mrc) + "\"");
    }

    @Test
    void afterTheWithdrawalBothPagesSayWhatWasAndUntilWhen() throws Exception {
        String mrc = "MRC des Clairières (fictive)";
        anMrc(mrc, "published");
        Cookie clerk = people.withRoles("greffe@clairieres.test", mrc, "clerk");
        people.withRoles("greffe@becassines.test", "Lac-aux-Bécassines", "clerk");
        assertThat(withdraw(clerk, false).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("La page publique de la MRC des Clairières (fictive) montrera");
        assertThat(read(address(mrc))).as("before it is confirmed").contains(">engagée<");

        withdraw(clerk, true).andExpect(status().isSeeOther());
        String ended = FRENCH.date(TODAY.minusDays(1));
        assertThat(read(address(mrc)))
                .contains("engagement retiré", "Résolution 2026-07-77", "href=\"" + address(mrc) + "/resolution\"")
                .contains("Le conseil a retiré son engagement le " + ended + ", par la résolution 2026-09-99.")
                .contains("Municipalités qui ont été couvertes", "href=\"" + TOWN_PAGE + "\"")
                .contains("du " + FRENCH.date(COVERED_SINCE) + " au " + ended)
                .doesNotContain("<h2>Municipalités couvertes</h2>");
        assertThat(read(TOWN_PAGE))
                .contains("Elle a été couverte par la MRC des Clairières (fictive) du " + FRENCH.date(COVERED_SINCE)
                        + " au " + ended)
                .contains("href=\"" + address(mrc) + "\"")
                .doesNotContain("Couverte par");
        assertThat(people.letter("greffe@becassines.test").subject())
                .contains("n’est plus couverte par la MRC des Clairières");
        assertThat(people.page("/espace/engagement", clerk)).contains("href=\"" + address(mrc) + "\"");
    }

    @Test
    void aNewCommitmentRevivesNothingThatTheOldOneCovered() throws Exception {
        String mrc = "MRC des Futaies (fictive)";
        anMrc(mrc, "published");
        withdraw(people.withRoles("greffe@futaies.test", mrc, "clerk"), true).andExpect(status().isSeeOther());
        people.run("""
                insert into courant.commitment (organisation_id, declaration_version, state, session_date, resolution_number,
                    published_at, renewed_until)
                  select id, '1.1', 'published', current_date, '2026-10-10', now(), current_date + 365
                  from courant.organisation where name = '%s'
                """.formatted(mrc));
        events.publishEvent(new Commitments.Changed());
        assertThat(read(address(mrc)))
                .contains(">engagée<", "Résolution 2026-10-10", "L’engagement ne couvre aucune municipalité.")
                .contains("Municipalités qui ont été couvertes")
                .doesNotContain(address(mrc) + "/resolution");
        assertThat(read(TOWN_PAGE)).contains("Elle a été couverte par").doesNotContain("Couverte par");
    }

    @Test
    void aTownThatIsCoveredNoLongerSaysUntilWhenWhileTheMrcStaysCommitted() throws Exception {
        String mrc = "MRC des Taillis (fictive)";
        anMrc(mrc, "published");
        people.run("update courant.coverage set ended_on = '%s' where municipality_code = '%s'"
                .formatted(TODAY.minusDays(3), TOWN));
        events.publishEvent(new Commitments.Changed());
        assertThat(read(TOWN_PAGE))
                .contains("Elle a été couverte par la MRC des Taillis (fictive)")
                .contains("au " + FRENCH.date(TODAY.minusDays(3)));
        assertThat(read(address(mrc))).contains(">engagée<", "Municipalités qui ont été couvertes");
    }

    @Test
    void anOverdueCommitmentIsToBeRenewedOnBothPages() throws Exception {
        String mrc = "MRC des Bosquets (fictive)";
        anMrc(mrc, "published");
        people.run("""
                update courant.commitment c set renewed_until = '%s' from courant.organisation o
                where o.id = c.organisation_id and o.name = '%s'
                """.formatted(TODAY.minusDays(2), mrc));
        events.publishEvent(new Commitments.Changed());
        String due = "Le renouvellement était dû le " + FRENCH.date(TODAY.minusDays(2));
        assertThat(read(address(mrc))).contains(">à renouveler<", due).doesNotContain("En vigueur jusqu’au");
        assertThat(read(TOWN_PAGE)).contains("couverte par sa MRC", due);
    }

    @Test
    void aTownThatHasSinceVotedItselfIsNotShownAsCovered() throws Exception {
        String mrc = "MRC des Ramures (fictive)";
        anMrc(mrc, "published");
        people.run("""
                insert into courant.coverage (organisation_id, municipality_code, since)
                  select id, '99901', current_date from courant.organisation where name = '%s'
                """.formatted(mrc));
        events.publishEvent(new Commitments.Changed());
        assertThat(read(address(mrc))).contains("Lac-aux-Bécassines").doesNotContain("Val-des-Érables");
        people.run("delete from courant.coverage where municipality_code = '99901'");
    }

    @Test
    void whatIsNotPublishedHasNoPageAndNobodyReadsItsResolution() throws Exception {
        String mrc = "MRC des Brouillons (fictive)";
        anMrc(mrc, "submitted");
        for (String address : new String[] {address(mrc), address("MRC de Nulle-Part")}) {
            site.perform(get(address)).andExpect(status().isNotFound());
            site.perform(get(address + "/resolution")).andExpect(status().isNotFound());
        }
        assertThat(read("/municipalites")).doesNotContain(mrc);
        assertThat(read(TOWN_PAGE)).doesNotContain("couverte par");
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from public_mrc_resolution('" + mrc + "')"))
                    .isZero();
            assertThat(intruder.number("select count(*) from public_coverage where name = '" + mrc + "'"))
                    .isZero();
        }
    }

    @Test
    void isFoundInTheListOfMunicipalitiesAndInTheSiteMap() throws Exception {
        String mrc = "MRC des Sentiers (fictive)";
        anMrc(mrc, "published");
        assertThat(read("/municipalites")).contains("href=\"" + address(mrc) + "\">" + mrc + "</a>");
        assertThat(read("/sitemap.xml")).contains(address(mrc) + "</loc>");
    }
}
