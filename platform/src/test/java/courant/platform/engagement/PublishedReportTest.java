package courant.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/// A report after its publication: its town corrects it, the platform withholds it.
class PublishedReportTest extends SiteTest {
    private String name(String code) throws Exception {
        return people.text("select name from courant.organisation where municipality_code = '%s'".formatted(code));
    }

    private Cookie clerk(String code) throws Exception {
        return people.withRoles("rapport." + code + "@ville.test", name(code), "clerk");
    }

    private Cookie reviewer() throws Exception {
        return people.withRoles("rapports@equipe.test", "Équipe de Courant", "adviser");
    }

    /// Of the newest report of a town.
    private String report(String code, String column) throws Exception {
        return people.text("""
                select p.%s from courant.progress_report p join courant.organisation o on o.id = p.organisation_id
                where o.municipality_code = '%s' order by p.reported_on desc limit 1
                """.formatted(column, code));
    }

    private String correction(String code) throws Exception {
        return "/espace/engagement/bilans/" + report(code, "id") + "/correction";
    }

    private String withholding(String code) throws Exception {
        return "/admin/engagements/bilans/" + report(code, "id") + "/retrait";
    }

    private ResultActions correct(Cookie who, String code, String electric, String text) throws Exception {
        return site.perform(post(correction(code))
                .cookie(who)
                .param("version", report(code, "version"))
                .param("vehicules", "40")
                .param("electriques", electric)
                .param("texte", text));
    }

    private ResultActions withhold(Cookie who, String code, String reason) throws Exception {
        return site.perform(post(withholding(code))
                .cookie(who)
                .param("version", report(code, "version"))
                .param("raison", reason));
    }

    private String read(String address) throws Exception {
        return site.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String publicPage(String code) throws Exception {
        return read(String.valueOf(site.perform(get("/municipalites").param("q", name(code)))
                .andReturn()
                .getResponse()
                .getHeader("Location")));
    }

    private String events(String code, String action) throws Exception {
        return people.text("""
                select count(*) from courant.audit_event where action = '%s' and subject like '%%bilan/%s'
                """.formatted(action, report(code, "id")));
    }

    @Test
    void aTownCorrectsItsLastReportAndItsPageSaysWhen() throws Exception {
        Cookie clerk = clerk("99930");
        String before = report("99930", "text");
        String until = people.text(
                "select renewed_until from courant.commitment where id = " + report("99930", "commitment_id"));
        String on = report("99930", "reported_on");
        assertThat(publicPage("99930")).contains(before).doesNotContain("Corrigé le");
        assertThat(people.page("/espace/engagement", clerk)).contains("href=\"" + correction("99930") + "\"");
        assertThat(people.page(correction("99930"), clerk))
                .contains(">" + before + "</textarea>", "value=\"" + report("99930", "vehicles") + "\"");

        correct(clerk, "99930", "8", "Huit autos <b>électriques</b> roulent.")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/espace/engagement"));
        assertThat(publicPage("99930"))
                .contains("Corrigé le", "8 véhicules électriques sur 40", "Huit autos &lt;b&gt;électriques")
                .doesNotContain(before);
        assertThat(people.text(
                        "select renewed_until from courant.commitment where id = " + report("99930", "commitment_id")))
                .isEqualTo(until);
        assertThat(report("99930", "reported_on")).isEqualTo(on);
        assertThat(people.text("select text from courant.progress_report_history where version = 0 and report_id = "
                        + report("99930", "id")))
                .isEqualTo(before);
        assertThat(events("99930", "report.corrected")).isEqualTo("1");
        assertThat(people.page("/espace/journal", clerk)).contains("a corrigé un bilan publié");
    }

    @Test
    void aCorrectionIsCheckedLikeARenewalAndComesBackFilled() throws Exception {
        Cookie clerk = clerk("99939");
        assertThat(correct(clerk, "99939", "41", "Trop beau.")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"#electriques\"", "value=\"41\"", ">Trop beau.</textarea>");
        correct(clerk, "99939", "4", " ").andExpect(status().isBadRequest());
        assertThat(report("99939", "version")).isEqualTo("0");
        correct(clerk, "99939", "4", "Quatre.").andExpect(status().isSeeOther());
        assertThat(correct(clerk, "99939", "4", "Quatre.")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .as("a correction that changes nothing")
                .contains("Rien n’a changé");
        assertThat(site.perform(post(correction("99939"))
                                .cookie(clerk)
                                .param("version", "0")
                                .param("texte", "Écrit avant."))
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(">Écrit avant.</textarea>", "name=\"version\" value=\"1\"");
        assertThat(report("99939", "text")).isEqualTo("Quatre.");
    }

    @Test
    void aReviewerWithholdsAReportUntilItsTownHasCorrectedIt() throws Exception {
        Cookie clerk = clerk("99933");
        Cookie reviewer = reviewer();
        correct(clerk, "99933", "7", "Le voisin nous doit une borne.").andExpect(status().isSeeOther());
        assertThat(read("/progres.csv")).contains("99933,");
        assertThat(people.page("/admin/engagements", reviewer)).contains("href=\"" + withholding("99933") + "\"");
        assertThat(people.page(withholding("99933"), reviewer)).contains("Le voisin nous doit une borne.");
        withhold(reviewer, "99933", "  ").andExpect(status().isBadRequest());
        assertThat(read("/progres.csv")).as("before a reason is given").contains("99933,");

        withhold(reviewer, "99933", "Le texte parle\nd’un voisin.").andExpect(status().isSeeOther());
        assertThat(publicPage("99933"))
                .doesNotContain("Le voisin nous doit une borne.", "7 véhicules électriques sur 40");
        assertThat(read("/progres")).doesNotContain(">" + name("99933") + "</a>");
        assertThat(read("/progres.csv")).doesNotContain("99933,");
        assertThat(people.page("/admin/engagements", reviewer)).doesNotContain(withholding("99933"));
        assertThat(people.page(withholding("99933"), reviewer)).doesNotContain("name=\"raison\"");
        withhold(reviewer, "99933", "Une deuxième fois.").andExpect(status().isConflict());
        assertThat(people.page("/espace", clerk)).contains("bilan à corriger");
        assertThat(people.page("/espace/engagement", clerk)).contains("Le texte parle d’un voisin.");
        assertThat(people.letter("rapport.99933@ville.test").body()).contains("Le texte parle d’un voisin.");
        assertThat(events("99933", "report.withheld")).isEqualTo("1");

        correct(clerk, "99933", "7", "Le voisin nous doit une borne.").andExpect(status().isBadRequest());
        correct(clerk, "99933", "7", "Une borne est attendue.").andExpect(status().isSeeOther());
        assertThat(publicPage("99933")).contains("Une borne est attendue.", "7 véhicules électriques sur 40");
        assertThat(read("/progres.csv")).contains("99933,");
        assertThat(people.page("/espace", clerk)).doesNotContain("bilan à corriger");
        assertThat(people.text("""
                select withheld_reason from courant.progress_report_history
                where withheld_on is not null and report_id = """ + " " + report("99933", "id"))).isEqualTo("Le texte parle d’un voisin.");
    }

    @Test
    void whatATownCorrectedSinceIsNotWithheldUnseen() throws Exception {
        Cookie reviewer = reviewer();
        correct(clerk("99934"), "99934", "5", "Cinq autos roulent.").andExpect(status().isSeeOther());
        site.perform(post(withholding("99934"))
                        .cookie(reviewer)
                        .param("version", "0")
                        .param("raison", "Lue avant la correction."))
                .andExpect(status().isConflict());
        assertThat(publicPage("99934")).contains("Cinq autos roulent.");
    }

    @Test
    void whoDoesNotReviewWithholdsNothing() throws Exception {
        Cookie editor = people.withRoles("redaction.rapports@equipe.test", "Équipe de Courant", "editor");
        for (Cookie who : new Cookie[] {clerk("99937"), editor}) {
            assertThat(people.status(withholding("99937"), who)).isEqualTo(403);
            withhold(who, "99937", "Sans droit.").andExpect(status().isForbidden());
        }
        assertThat(read("/progres.csv")).contains("99937,");
    }

    @Test
    void whoMayNotRenewDoesNotCorrect() throws Exception {
        Cookie council = people.withRoles("conseil.rapport@ville.test", name("99937"), "council-reader");
        assertThat(people.page("/espace/engagement", council)).doesNotContain(correction("99937"));
        assertThat(people.status(correction("99937"), council)).isEqualTo(403);
        correct(council, "99937", "1", "Sans droit.").andExpect(status().isForbidden());
    }

    @Test
    void nobodyCorrectsTheReportOfAnotherTownEvenByARawConnection() throws Exception {
        Cookie neighbour = clerk("99940");
        assertThat(people.status(correction("99937"), neighbour)).isEqualTo(404);
        correct(neighbour, "99937", "1", "Pas le mien.").andExpect(status().isNotFound());
        String report = report("99937", "id");
        try (AsApplication intruder = new AsApplication(owner)) {
            intruder.run("select set_config('courant.account', '"
                    + people.text("select id from courant.account where email = 'rapport.99940@ville.test'")
                    + "', false)");
            assertThat(intruder.number("""
                    with changed as (update progress_report set text = 'x' where id = %s returning 1)
                    select count(*) from changed
                    """.formatted(report))).isZero();
            assertThat(intruder.number("select withhold_report(%s, 0, current_date, 'x')::integer".formatted(report)))
                    .isZero();
            for (String forbidden : new String[] {
                "update progress_report set withheld_on = null",
                "select count(*) from progress_report_history",
                "delete from progress_report"
            }) {
                assertThatThrownBy(() -> intruder.run(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theRenewalSaysBeforehandThatTheReportIsPublicAtOnceAndCanBeCorrected() throws Exception {
        assertThat(people.page("/espace/engagement", clerk("99936")))
                .contains(
                        "Renouveler et publier",
                        "Le bilan est public dès que vous publiez",
                        "Vous pourrez le corriger");
    }
}
