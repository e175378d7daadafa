package courant.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/// The commitment of a council through the site, and who sees what of it.
class EngagementTest extends SiteTest {
    private static final byte[] PDF = "%PDF-1.7\nune résolution".getBytes(StandardCharsets.UTF_8);

    private Cookie clerk(String code) throws Exception {
        String town =
                people.text("select name from courant.organisation where municipality_code = '%s'".formatted(code));
        return people.withRoles("greffe." + code + "@ville.test", town, "clerk");
    }

    private String state(String code) throws Exception {
        return people.text("""
                select c.state from courant.commitment c join courant.organisation o on o.id = c.organisation_id
                where o.municipality_code = '%s' order by c.id desc limit 1
                """.formatted(code));
    }

    private ResultActions submit(Cookie who, String number, LocalDate session, byte[] file) throws Exception {
        return site.perform(multipart("/espace/engagement/resolution")
                .file(new MockMultipartFile("fichier", "../../<b>résolution</b>.pdf", "text/html", file))
                .param("numero", number)
                .param("seance", session.toString())
                .cookie(who));
    }

    @Test
    void theDraftBearsTheTownsNameAndNeedsNoAccount() throws Exception {
        byte[] docx = site.perform(get("/s-engager/projet-de-resolution-99901.docx"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals("word/document.xml")) {
                entry = zip.getNextEntry();
            }
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("la Municipalité de Val-des-Érables adopte le texte");
        }
        assertThat(site.perform(get("/s-engager/projet-de-resolution-99901.pdf"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void isSubmittedReviewedAndPublished() throws Exception {
        Cookie clerk = clerk("99903");
        LocalDate today = today();
        submit(clerk, "2026-1", today.plusDays(1), PDF).andExpect(status().isBadRequest());
        submit(clerk, "2026-1", today, "<script>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isBadRequest());
        submit(clerk, "", today, PDF).andExpect(status().isBadRequest());
        assertThat(state("99903")).isEqualTo("draft");
        submit(clerk, "2026-1", today, PDF).andExpect(status().isSeeOther());
        assertThat(state("99903")).isEqualTo("submitted");
        site.perform(get("/municipalites/99903-x/resolution")).andExpect(status().isNotFound());

        Cookie reviewer = people.withRoles("verifie@equipe.test", "Équipe de Courant", "group-manager");
        String id = people.text("select max(id) from courant.commitment where resolution_number = '2026-1'");
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .param("version", version(id))
                        .cookie(clerk)
                        .param("decision", "publier"))
                .andExpect(status().isForbidden());
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .param("version", version(id))
                        .cookie(reviewer)
                        .param("decision", "publier"))
                .andExpect(status().isSeeOther());
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .param("version", version(id))
                        .cookie(reviewer)
                        .param("decision", "publier"))
                .andExpect(status().isBadRequest());
        site.perform(get("/municipalites/99903-x/resolution"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")))
                .andExpect(header().string(
                                "Content-Disposition",
                                org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("<b>"))));
    }

    @Test
    void theTownIsToldTheOutcomeAndMayTakeItsResolutionBack() throws Exception {
        people.run(
                "delete from courant.commitment c using courant.organisation o where o.id = c.organisation_id and o.municipality_code = '99918'");
        Cookie clerk = clerk("99918");
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isSeeOther());
        submit(clerk, "2026-88", today(), PDF).andExpect(status().isSeeOther());
        site.perform(post("/espace/engagement/reprise").cookie(clerk)).andExpect(status().isSeeOther());
        assertThat(state("99918")).isEqualTo("draft");
        submit(clerk, "2026-88", today(), PDF).andExpect(status().isSeeOther());

        Cookie reviewer = people.withRoles("verifie.lettre@equipe.test", "Équipe de Courant", "adviser");
        String id = people.text("select max(id) from courant.commitment where resolution_number = '2026-88'");
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .param("version", version(id))
                        .cookie(reviewer)
                        .param("decision", "corriger")
                        .param("note", "La copie n’est pas signée."))
                .andExpect(status().isSeeOther());
        assertThat(people.letter("greffe.99918@ville.test").subject()).contains("à corriger");
        assertThat(people.letter("greffe.99918@ville.test").body()).contains("La copie n’est pas signée.");
        assertThat(people.page("/espace", clerk)).contains("à corriger");
        assertThat(people.page("/espace/engagement", clerk)).contains("href=\"/espace/engagement/resolution\"");
        assertThat(people.status("/espace/engagement/resolution", clerk)).isEqualTo(200);
        submit(clerk, "2026-88", today(), PDF).andExpect(status().isSeeOther());
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .param("version", version(id))
                        .cookie(reviewer)
                        .param("decision", "publier"))
                .andExpect(status().isSeeOther());
        assertThat(people.letter("greffe.99918@ville.test").subject()).contains("l’engagement est publié");
    }

    private String version(String commitment) throws Exception {
        return people.text("select version from courant.commitment where id = " + commitment);
    }

    @Test
    void aResolutionThatWasSentSinceIsNotPublishedUnseen() throws Exception {
        people.run(
                "delete from courant.commitment c using courant.organisation o where o.id = c.organisation_id and o.municipality_code = '99921'");
        Cookie clerk = clerk("99921");
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isSeeOther());
        submit(clerk, "2026-90", today(), PDF).andExpect(status().isSeeOther());
        Cookie reviewer = people.withRoles("verifie.encore@equipe.test", "Équipe de Courant", "adviser");
        String id = people.text("select max(id) from courant.commitment where resolution_number = '2026-90'");
        String seen = version(id);
        assertThat(people.page("/admin/engagements", reviewer)).contains("name=\"version\" value=\"" + seen + "\"");
        site.perform(post("/espace/engagement/reprise").cookie(clerk)).andExpect(status().isSeeOther());
        submit(clerk, "2026-91", today(), PDF).andExpect(status().isSeeOther());
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .param("version", seen)
                        .cookie(reviewer)
                        .param("decision", "publier"))
                .andExpect(status().isConflict());
        assertThat(state("99921")).isEqualTo("submitted");
    }

    @Test
    void twoDeclarationsAtOnceMakeOneCommitment() throws Exception {
        people.run(
                "delete from courant.commitment c using courant.organisation o where o.id = c.organisation_id and o.municipality_code = '99911'");
        Cookie clerk = clerk("99911");
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isSeeOther());
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isBadRequest());
        assertThat(people.text("""
                select count(*) from courant.commitment c join courant.organisation o on o.id = c.organisation_id
                where o.municipality_code = '99911'
                """)).isEqualTo("1");
    }

    @Test
    void aRefusalOfTheCouncilIsSeenByTheTownAlone() throws Exception {
        people.run(
                "delete from courant.commitment c using courant.organisation o where o.id = c.organisation_id and o.municipality_code = '99912'");
        Cookie clerk = clerk("99912");
        site.perform(post("/espace/engagement").cookie(clerk));
        site.perform(post("/espace/engagement/refus").cookie(clerk)).andExpect(status().isSeeOther());
        assertThat(people.page("/espace/engagement", clerk)).contains("non adopté par le conseil");
        String town = people.text("select name from courant.organisation where municipality_code = '99912'");
        assertThat(site.perform(get("/municipalites?etat=toutes&q=" + town).param("x", "1"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("non adopté");
        Cookie reviewer = people.withRoles("curieux@equipe.test", "Équipe de Courant", "adviser");
        assertThat(people.page("/admin/engagements", reviewer)).doesNotContain(town);
    }

    @Test
    void whoHasNoCouncilCannotCommit() throws Exception {
        String supplier = "Véhicules Boréal (fictif)";
        Cookie seller = people.withRoles("ventes.engagement@boreal.test", supplier, "administrator");
        Cookie team = people.withRoles("equipe.engagement@equipe.test", "Équipe de Courant", "administrator");
        for (Cookie who : new Cookie[] {seller, team}) {
            assertThat(people.status("/espace/engagement", who)).isEqualTo(403);
            site.perform(post("/espace/engagement").cookie(who)).andExpect(status().isForbidden());
            submit(who, "2026-1", today(), PDF).andExpect(status().isForbidden());
            assertThat(people.page("/espace", who)).doesNotContain("href=\"/espace/engagement\"");
        }
        assertThat(people.page("/espace", seller))
                .contains("Organisation fictive")
                .doesNotContain("Municipalité fictive");
    }

    @Test
    void anMrcDownloadsItsOwnDraft() throws Exception {
        Cookie mrc = people.withRoles("projet@mrc.test", "MRC des Trois-Versants (fictive)", "clerk");
        assertThat(site.perform(get("/espace/engagement/projet-de-resolution.pdf")
                                .cookie(mrc))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(people.status("/espace/engagement/projet-de-resolution.pdf", clerk("99905")))
                .isEqualTo(404);
    }

    @Test
    void aRenewalDropsNothingInSilence() throws Exception {
        String code = people.text("""
                select max(o.municipality_code) from courant.commitment c
                join courant.organisation o on o.id = c.organisation_id
                where c.state = 'published' and o.municipality_code <> '99916'
                """);
        people.run("""
                update courant.commitment c set renewed_until = current_date from courant.organisation o
                where o.id = c.organisation_id and o.municipality_code = '%s' and c.state = 'published'
                """.formatted(code));
        Cookie clerk = clerk(code);
        String page = site.perform(post("/espace/engagement/renouvellement")
                        .cookie(clerk)
                        .param("vehicules", "douze")
                        .param("electriques", "-4")
                        .param("plan", "2031-01-01")
                        .param("texte", "Une année bien remplie."))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("id=\"vehicules-erreur\"", "id=\"electriques-erreur\"", "id=\"plan-erreur\"")
                .contains("La date ne peut pas être à venir", "Écrivez un nombre entier, ou laissez vide")
                .contains("value=\"douze\"", "value=\"-4\"", "value=\"2031-01-01\"", "Une année bien remplie.");
        site.perform(post("/espace/engagement/renouvellement")
                        .cookie(clerk)
                        .param("vehicules", "100001")
                        .param("texte", "Trop."))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aZipIsAWordDocumentOnlyWhenItHasTheParts() throws Exception {
        Cookie clerk = clerk("99917");
        people.run(
                "delete from courant.commitment c using courant.organisation o where o.id = c.organisation_id and o.municipality_code = '99917'");
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isSeeOther());
        byte[] zip = "PK\u0003\u0004 photo.jpg".getBytes(StandardCharsets.ISO_8859_1);
        submit(clerk, "2026-77", today(), zip).andExpect(status().isBadRequest());
        byte[] docx = site.perform(get("/s-engager/projet-de-resolution-99901.docx"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        submit(clerk, "2026-77", today(), docx).andExpect(status().isSeeOther());
    }

    @Test
    void isRenewedWithEvidenceAndThenWithdrawn() throws Exception {
        Cookie clerk = clerk("99916");
        site.perform(post("/espace/engagement/renouvellement")
                        .cookie(clerk)
                        .param("vehicules", "12")
                        .param("electriques", "13")
                        .param("texte", "Trop beau."))
                .andExpect(status().isBadRequest());
        site.perform(post("/espace/engagement/renouvellement")
                        .cookie(clerk)
                        .param("vehicules", "12")
                        .param("electriques", "3")
                        .param("texte", "Trois camionnettes <script>alert(1)</script> roulent."))
                .andExpect(status().isSeeOther());
        String town = people.text("select name from courant.organisation where municipality_code = '99916'");
        String address = String.valueOf(site.perform(get("/municipalites").param("q", town))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        String page = site.perform(get(address)).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("3 véhicules électriques sur 12").doesNotContain("<script>alert");
        site.perform(post("/espace/engagement/retrait")
                        .cookie(clerk)
                        .param("numero-retrait", "2026-9")
                        .param("seance-retrait", today().toString()))
                .andExpect(status().isOk());
        assertThat(state("99916")).as("before it is confirmed").isEqualTo("published");
        site.perform(post("/espace/engagement/retrait")
                        .cookie(clerk)
                        .param("numero-retrait", "x")
                        .param("seance-retrait", today().toString())
                        .param("confirme", "true"))
                .andExpect(status().isBadRequest());
        site.perform(post("/espace/engagement/retrait")
                        .cookie(clerk)
                        .param("numero-retrait", "2026-9")
                        .param("seance-retrait", today().toString())
                        .param("confirme", "true"))
                .andExpect(status().isSeeOther());
        assertThat(state("99916")).isEqualTo("withdrawn");
        assertThat(people.page("/espace/engagement", clerk)).contains("(2026-9)");
    }

    @Test
    void whoCommitsAgainNeedsANewResolutionAndKeepsWhatWasPublishedBefore() throws Exception {
        String town = "99917";
        Cookie clerk = clerk(town);
        String own = " where organisation_id = (select id from courant.organisation where municipality_code = '" + town
                + "')";
        LocalDate today = today();
        people.run("delete from courant.commitment" + own);
        people.run("""
                insert into courant.commitment (organisation_id, declaration_version, state, session_date, resolution_number,
                  file, file_type, published_at, renewed_until)
                select id, '1.1', 'published', current_date - 350, '2025-139', '%PDF'::bytea, 'application/pdf',
                  now() - interval '340 days', current_date + 15
                from courant.organisation where municipality_code = '99917'
                """);
        site.perform(post("/espace/engagement/renouvellement")
                        .cookie(clerk)
                        .param("vehicules", "31")
                        .param("electriques", "7")
                        .param("texte", "Sept fourgonnettes roulent."))
                .andExpect(status().isSeeOther());
        LocalDate left = today.minusDays(3);
        site.perform(post("/espace/engagement/retrait")
                        .cookie(clerk)
                        .param("numero-retrait", "2026-300")
                        .param("seance-retrait", left.toString())
                        .param("confirme", "true"))
                .andExpect(status().isSeeOther());
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isSeeOther());
        String refused = submit(clerk, "2025-139", left.minusDays(1), PDF)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("déjà publiée", "précède le retrait");
        submit(clerk, "2026-300", today, PDF).andExpect(status().isBadRequest());
        submit(clerk, "2026-311", today, PDF).andExpect(status().isSeeOther());
        String id = people.text("select max(id) from courant.commitment" + own);
        Cookie reviewer = people.withRoles("relecture@equipe.test", "Équipe de Courant", "administrator");
        site.perform(post("/admin/engagements/" + id + "/decision")
                        .cookie(reviewer)
                        .param("version", version(id))
                        .param("decision", "publier"))
                .andExpect(status().isSeeOther());
        String name = people.text("select name from courant.organisation where municipality_code = '99917'");
        String address = String.valueOf(site.perform(get("/municipalites").param("q", name))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        assertThat(site.perform(get(address)).andReturn().getResponse().getContentAsString())
                .contains("Résolution 2026-311", "Engagement précédent\u00a0: résolution 2025-139", "; retiré le")
                .contains("7 véhicules électriques sur 31", "Sept fourgonnettes roulent.");
        assertThat(site.perform(get("/progres.csv")).andReturn().getResponse().getContentAsString())
                .containsPattern("99917,[^\\n]*,31,7,");
        String report = people.text("select id from courant.progress_report" + own);
        assertThat(people.page("/espace/engagement", clerk)).contains("/bilans/" + report + "/correction");
        assertThat(people.status("/admin/engagements/bilans/" + report + "/retrait", reviewer))
                .isEqualTo(200);
    }

    private ResultActions cover(Cookie who, boolean confirmed, String... codes) throws Exception {
        return site.perform(post("/espace/engagement/couverture")
                .cookie(who)
                .param("confirme", String.valueOf(confirmed))
                .param("code", codes));
    }

    private String coveredCodes() throws Exception {
        return people.text("""
                select string_agg(v.municipality_code, ' ' order by v.municipality_code) from courant.coverage v
                join courant.organisation o on o.id = v.organisation_id
                where o.name = 'MRC des Trois-Versants (fictive)' and ended_on is null
                """);
    }

    @Test
    void anMrcCoversItsOwnTerritoryAloneOnceItHasConfirmedAndTheTownIsTold() throws Exception {
        Cookie mrc = people.withRoles("mrc@mrc.test", "MRC des Trois-Versants (fictive)", "clerk");
        String[] all = {"99959", "99960", "99961", "99962", "99963", "99964"};
        String before = coveredCodes();
        assertThat(people.page("/espace/engagement", mrc))
                .contains("Grand-Méandre", "engagée par son propre conseil")
                .doesNotContain("Val-des-Érables");
        for (String elsewhere : new String[] {"66023", "99901", "00000"}) {
            cover(mrc, true, elsewhere, "99959").andExpect(status().isBadRequest());
        }
        cover(mrc, true, "99958").andExpect(status().isBadRequest());
        assertThat(coveredCodes()).isEqualTo(before);

        people.run("""
                delete from courant.commitment c using courant.organisation o
                where o.id = c.organisation_id and o.municipality_code = '99958'
                """);
        String[] more = {"99958", "99959", "99960", "99961", "99962", "99963"};
        assertThat(cover(mrc, false, more)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Sainte-Ludivine (99958)", "Grand-Méandre (99964)", "Confirmer et publier");
        assertThat(coveredCodes()).as("before it is confirmed").isEqualTo(before);
        Cookie clerk = clerk("99958");
        cover(mrc, true, more).andExpect(status().isSeeOther());
        assertThat(coveredCodes()).isEqualTo(String.join(" ", more));
        assertThat(people.letter("greffe.99958@ville.test").subject())
                .contains("Sainte-Ludivine", "couverte par la MRC des Trois-Versants");
        assertThat(people.page("/espace/engagement", clerk))
                .contains("Couverte par la MRC des Trois-Versants (fictive) depuis le")
                .doesNotContain("pas commencé");
        assertThat(people.page("/espace", clerk)).doesNotContain("pas commencé");

        cover(mrc, true, all).andExpect(status().isSeeOther());
        assertThat(coveredCodes()).isEqualTo(before);
        assertThat(people.letter("greffe.99958@ville.test").subject()).contains("n’est plus couverte");
        assertThat(
                        people.text(
                                "select subject from courant.audit_event where action = 'coverage.ended' order by id desc limit 1"))
                .contains("municipalite/99958");
        Cookie town = clerk("99905");
        cover(town, true, "99905").andExpect(status().isBadRequest());
    }

    @Test
    void allThatIsWrongWithAProofIsSaidAtOnce() throws Exception {
        people.run(
                "delete from courant.commitment c using courant.organisation o where o.id = c.organisation_id and o.municipality_code = '99919'");
        Cookie clerk = clerk("99919");
        site.perform(post("/espace/engagement").cookie(clerk)).andExpect(status().isSeeOther());
        assertThat(submit(clerk, "", LocalDate.of(1926, 11, 9), new byte[0])
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("id=\"numero-erreur\"", "id=\"fichier-erreur\"", "La séance date de plus d’un an")
                .doesNotContain("Inscrivez la date de la séance");
        submit(clerk, "2019-4", today().minusYears(1).minusDays(2), PDF).andExpect(status().isBadRequest());
        assertThat(state("99919")).isEqualTo("draft");
    }

    @Test
    void anOverdueCommitmentReadsTheSameToItsClerkAndToEverybody() throws Exception {
        people.run("""
                update courant.commitment c set renewed_until = current_date - 10 from courant.organisation o
                where o.id = c.organisation_id and o.municipality_code = '99922' and c.state = 'published'
                """);
        Cookie clerk = clerk("99922");
        assertThat(people.page("/espace/engagement", clerk))
                .contains("Échu depuis le", ">à renouveler<")
                .doesNotContain("En vigueur jusqu’au");
        people.run("""
                update courant.commitment c set renewed_until = current_date + 10 from courant.organisation o
                where o.id = c.organisation_id and o.municipality_code = '99922' and c.state = 'published'
                """);
        assertThat(people.page("/espace/engagement", clerk))
                .as("as long as it runs, though its renewal is open")
                .contains("En vigueur jusqu’au", ">engagée<", "Renouveler et publier");
        assertThat(people.page("/espace", clerk)).contains("L’engagement du conseil</a>", "à renouveler");
        people.run("""
                update courant.commitment c set renewed_until = current_date + 100 from courant.organisation o
                where o.id = c.organisation_id and o.municipality_code = '99922' and c.state = 'published'
                """);
        assertThat(people.page("/espace", clerk)).as("nothing waits to be done").doesNotContain("<ul class=\"tasks\">");
    }

    @Test
    void aTownThatIsCommittedIsNotAskedToCommit() throws Exception {
        assertThat(site.perform(get("/municipalites/99901-val-des-erables"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("/s-engager?municipalite=99901");
    }

    @Test
    void oneTownReadsNothingOfAnotherEvenByARawConnection() throws Exception {
        clerk("99905");
        String account = people.text("select id from courant.account where email = 'greffe.99905@ville.test'");
        String mine = people.text("select id from courant.organisation where municipality_code = '99905'");
        try (AsApplication intruder = new AsApplication(owner)) {
            for (String table : new String[] {"commitment", "progress_report", "coverage"}) {
                assertThat(intruder.number("select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
            intruder.run("select set_config('courant.account', '" + account + "', false)");
            assertThat(intruder.number("select count(*) from commitment where organisation_id <> " + mine))
                    .isZero();
            assertThat(intruder.number("select count(*) from commitment where organisation_id = " + mine))
                    .isPositive();
            assertThat(intruder.number("""
                    with changed as (update commitment set review_note = 'x' where organisation_id <> %s returning 1)
                    select count(*) from changed
                    """.formatted(mine))).isZero();
        }
    }
}
