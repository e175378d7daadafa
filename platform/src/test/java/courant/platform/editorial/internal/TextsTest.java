package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import courant.platform.editorial.Markdown;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/// An editor at work: draft, preview, publication, versions, somebody else's hand, pictures.
class TextsTest extends SiteTest {
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"(\\d+)\"");

    @Autowired
    private TextStore store;

    @Autowired
    private LinkReport links;

    private Cookie editor;

    @BeforeEach
    void begin() throws Exception {
        editor = people.withRoles("redaction@equipe.test", "Équipe de Courant", "editor");
    }

    private String base(String address) throws Exception {
        Matcher base = BASE.matcher(people.page(address, editor));
        assertThat(base.find()).isTrue();
        return base.group(1);
    }

    private ResultActions save(String address, String base, String title, String body) throws Exception {
        return site.perform(post(address)
                .cookie(editor)
                .param("base", base)
                .param("champ-titre", title)
                .param("champ-resume", "Un résumé.")
                .param("champ-mise-a-jour", "2026-11-25")
                .param("texte", body));
    }

    private String read(String address) throws Exception {
        return site.perform(get(address)).andReturn().getResponse().getContentAsString();
    }

    @Test
    void aDraftStaysBesideWhatIsPublishedUntilItIsPublished() throws Exception {
        String address = "/admin/textes/pages/conditions/fr";
        String before = read("/conditions");
        save(address, base(address), "Conditions nouvelles", "Du **neuf**.").andExpect(status().isSeeOther());
        assertThat(read("/conditions")).isEqualTo(before);
        site.perform(post(address + "/publication").cookie(editor)).andExpect(status().isSeeOther());
        assertThat(read("/conditions")).contains("Conditions nouvelles").contains("<strong>neuf</strong>");
    }

    @Test
    void whatSomebodyElseSavedIsNotOverwritten() throws Exception {
        String address = "/admin/textes/pages/essais/fr";
        String both = base(address);
        save(address, both, "Le mien", "Première main.").andExpect(status().isSeeOther());
        String page = save(address, both, "Le sien", "Deuxième main.")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Première main.").contains("Deuxième main.");
        save(address, base(address), "Les deux", "Ensemble.").andExpect(status().isSeeOther());
    }

    @Test
    void anEarlierVersionComesBackAsADraft() throws Exception {
        String address = "/admin/textes/pages/evenements/fr";
        save(address, base(address), "Un", "Texte un.");
        String first = base(address);
        save(address, first, "Deux", "Texte deux.");
        String difference = people.page(address + "/versions/" + base(address), editor);
        assertThat(difference)
                .contains("Texte un.")
                .contains("Texte deux.")
                .contains("<del>")
                .contains("<ins>");
        site.perform(post(address + "/versions/" + first + "/reprise").cookie(editor))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains("Texte un.");
    }

    @Test
    void scriptInMarkdownIsShownAsText() throws Exception {
        String address = "/admin/textes/pages/donnees-ouvertes/fr";
        save(
                address,
                base(address),
                "Essai <img src=x onerror=alert(1)>",
                "<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n![y](data:text/html,z)\n\n```appel\njavascript:x | Non\n```\n");
        site.perform(post(address + "/publication").cookie(editor));
        assertThat(read("/donnees-ouvertes"))
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"javascript")
                .doesNotContain("<img src=x")
                .doesNotContain("src=\"data:");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    @Test
    void aBlockMakesAFigureAndACallToAction() throws Exception {
        String page = site.perform(
                        post("/admin/textes/apercu")
                                .cookie(editor)
                                .param(
                                        "texte",
                                        "```chiffre\n45 % | d’autonomie en moins | guide\n```\n\n```appel\n/analyser | Analyser\n```"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("class=\"numeral\">45 %")
                .contains("href=\"/analyser\"")
                .contains("role=\"button\"");
    }

    @Test
    void aTextThatItsPageCouldNotShowIsRefusedAndKeptInTheForm() throws Exception {
        String address = "/admin/textes/pages/plateforme/fr";
        String page = site.perform(post(address)
                        .cookie(editor)
                        .param("base", base(address))
                        .param("champ-titre", "Sans date")
                        .param("champ-resume", "x")
                        .param("texte", "Tout ce que j’ai écrit."))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Tout ce que j’ai écrit.");
    }

    @Test
    void aLinkToARemovedTextIsReportedAndTheTextIsGone() throws Exception {
        assertThat(links.broken()).noneMatch(broken -> broken.link().equals("/retours-d-experience"));
        String address = "/admin/textes/pages/retours-d-experience/fr";
        String linking = "/admin/textes/pages/donnees-ouvertes/fr";
        save(linking, base(linking), "Données", "Voir [les retours](/retours-d-experience).");
        site.perform(post(linking + "/publication").cookie(editor));
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
        site.perform(get("/retours-d-experience")).andExpect(status().isNotFound());
        assertThat(links.broken()).anyMatch(broken -> broken.link().equals("/retours-d-experience"));
        assertThat(people.page("/admin/liens", editor)).contains("/retours-d-experience");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "false"));
        site.perform(get("/retours-d-experience")).andExpect(status().isOk());
    }

    @Test
    void linksAreReadAsTheyAreShown() throws Exception {
        String text = """
                Voir [l'énoncé (2026)](/enonce_(2026)?page=2#bas), [deux](</avec espace>) et [une référence][r],
                mais pas `[ceci](/code)`.

                ```
                [ni](/cela)
                ```

                ```appel
                /s-engager | Commencer
                ```

                [r]: https://source.exemple.test/a_(b)
                """;
        assertThat(Markdown.destinations(text))
                .containsExactly(
                        "/enonce_(2026)?page=2#bas", "/avec espace", "https://source.exemple.test/a_(b)", "/s-engager");
    }

    @Test
    void aScheduledTextAppearsWhenItsTimeHasCome() throws Exception {
        String address = "/admin/textes/actualites/essai-prevu/fr";
        site.perform(post(address)
                        .cookie(editor)
                        .param("base", "0")
                        .param("champ-date", "2026-11-20")
                        .param("champ-titre", "Nouvelle prévue")
                        .param("champ-resume", "r")
                        .param("champ-chantiers", "mobilite")
                        .param("champ-source-titre", "s")
                        .param("champ-source-organisme", "o")
                        .param("texte", "Plus tard."))
                .andExpect(status().isSeeOther());
        site.perform(post(address + "/publication").cookie(editor).param("moment", "2099-01-01T08:00"));
        store.publishDue();
        site.perform(get("/actualites/2026/essai-prevu")).andExpect(status().isNotFound());
        people.run("update courant.text_state set publish_at = now() where slug = 'essai-prevu'");
        store.publishDue();
        site.perform(get("/actualites/2026/essai-prevu")).andExpect(status().isOk());
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    @Test
    void aPreviewLinkShowsTheDraftToWhoHoldsIt() throws Exception {
        String address = "/admin/textes/pages/accessibilite/fr";
        save(address, base(address), "Accessibilité, brouillon", "Un brouillon.");
        String link = site.perform(post(address + "/lien").cookie(editor))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(read(String.valueOf(link))).contains("Un brouillon.").contains("noindex");
        site.perform(get("/apercu/" + "A".repeat(43))).andExpect(status().isNotFound());
        try (AsApplication intruder = new AsApplication(owner)) {
            assertThat(intruder.number("select count(*) from text_version where source like '%Un brouillon.%'"))
                    .isZero();
        }
    }

    private ResultActions upload(byte[] file, String alternative) throws Exception {
        return site.perform(multipart("/admin/medias")
                .file(new MockMultipartFile("fichier", "Ma <photo>.png", "image/png", file))
                .param("texte-de-remplacement", alternative)
                .cookie(editor));
    }

    private static byte[] png(int width, int height) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    @Test
    void aPictureIsWrittenAnewInSeveralWidthsAndNeedsWords() throws Exception {
        upload(png(2000, 1000), " ").andExpect(status().isBadRequest());
        upload(png(2000, 1000), "Une borne dans la neige").andExpect(status().isSeeOther());
        String id = people.text("select max(id) from courant.media");
        assertThat(people.text(
                        "select string_agg(width::text, ',' order by width) from courant.media_size where media_id = "
                                + id))
                .isEqualTo("480,960,1600");
        byte[] small = site.perform(get("/medias/" + id + "/ma-photo?largeur=480"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(small)).getWidth())
                .isEqualTo(480);
    }

    @Test
    void aPictureThatIsTooGreatOrNoneIsRefused() throws Exception {
        upload(new byte[50 * 1024 * 1024], "Cinquante mégaoctets").andExpect(status().isBadRequest());
        upload(png(9000, 9000), "Une bombe de pixels").andExpect(status().isBadRequest());
        upload("GIF89a".getBytes(StandardCharsets.US_ASCII), "Un GIF").andExpect(status().isBadRequest());
    }

    @Test
    void aDrawingLosesWhatCouldRun() throws Exception {
        upload("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script>
                <a href="javascript:alert(3)"><rect width="9" height="9"/></a><rect fill="url(http://x.test)" width="3" height="3"/>
                <foreignObject><b>x</b></foreignObject><style>@import url(http://x.test)</style></svg>
                """.getBytes(StandardCharsets.UTF_8), "Un carré").andExpect(status().isSeeOther());
        String id = people.text("select max(id) from courant.media");
        String drawing = site.perform(get("/medias/" + id + "/ma-photo"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(drawing)
                .contains("<rect")
                .doesNotContain("alert")
                .doesNotContain("x.test")
                .doesNotContain("foreignObject");
    }
}
