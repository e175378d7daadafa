package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.editorial.Markdown;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What may stand in a text, how its page shows it, and where its links lead.
class TextBodyTest extends EditingTest {
    @Autowired
    private LinkReport links;

    @Test
    void scriptInMarkdownIsShownAsText() throws Exception {
        publish("/admin/textes/pages/conditions/fr", "Essai <img src=x onerror=alert(1)>", "<script>alert(1)</script>")
                .andExpect(status().isSeeOther());
        assertThat(read("/conditions")).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }

    private static final String FAULTY = """
            Un début de texte.

            [x](javascript:alert(1)) et ![y](data:text/html,z)

            ```appel
            /analyser
            ```
            """;

    @Test
    void whatThePageWouldMakeHarmlessIsRefusedFaultByFaultWithItsLine() throws Exception {
        String address = "/admin/textes/pages/conditions/fr";
        String before = read("/conditions");
        for (String button : new String[] {"", "/publication", "/lien"}) {
            String page = body(site.perform(page(address + button, base(address), "Conditions", FAULTY))
                    .andExpect(status().isBadRequest()));
            assertThat(page)
                    .contains(
                            "<li><a href=\"#texte\">Ligne 3\u00a0: le lien «\u00a0javascript:alert(1)\u00a0» n’est pas permis.",
                            "<li><a href=\"#texte\">Ligne 3\u00a0: l’image «\u00a0data:text/html,z\u00a0» ne vient pas de la page Images.",
                            "<li><a href=\"#texte\">Ligne 5\u00a0: le bloc «\u00a0appel\u00a0» ne se lit pas",
                            "<ul class=\"field-error\" id=\"texte-erreur\">",
                            "Un début de texte.",
                            "value=\"Conditions\"");
        }
        assertThat(read("/conditions")).isEqualTo(before);
    }

    @Test
    void thePreviewShowsATextWithItsFaults() throws Exception {
        String address = "/admin/textes/pages/conditions/fr";
        String whole = body(
                site.perform(page(address, base(address), "Conditions", FAULTY).param("apercu", "1"))
                        .andExpect(status().isOk()));
        String part =
                body(site.perform(post("/admin/textes/apercu").cookie(editor).param("texte", FAULTY)));
        for (String page : new String[] {whole, part}) {
            assertThat(page)
                    .contains(
                            "<p>Un début de texte.</p>",
                            "<li>Ligne 5\u00a0: le bloc «\u00a0appel\u00a0» ne se lit pas");
        }
    }

    @Test
    void theSyntaxOfBlocksIsAtHandUnderTheText() throws Exception {
        assertThat(people.page("/admin/textes/pages/conditions/fr", editor))
                .contains("<summary>Comment écrire les titres", "```appel\n/analyser | Analyser mon parc\n```");
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
    void aFileTheSiteOffersIsNoBrokenLink() throws Exception {
        String files = "[progrès](/progres.csv) [tarifs](/donnees-ouvertes/facts-electricity.csv) [rien](/rien.csv)";
        publish("/admin/textes/pages/confidentialite/fr", "Confidentialité", files);
        assertThat(links.broken())
                .extracting(LinkReport.Broken::link)
                .contains("/rien.csv")
                .doesNotContain("/progres.csv", "/donnees-ouvertes/facts-electricity.csv");
    }

    @Test
    void aLinkToARemovedTextIsReportedAndTheTextIsGone() throws Exception {
        String address = "/admin/textes/actualites/nouvelle-liee/fr";
        String link = "/actualites/2026/nouvelle-liee";
        site.perform(news(address + "/publication", "0", "Nouvelle liée", "mobilite"))
                .andExpect(status().isSeeOther());
        publish("/admin/textes/pages/conditions/fr", "Données", "Voir [la nouvelle](" + link + ").");
        assertThat(links.broken()).noneMatch(broken -> broken.link().equals(link));
        assertThat(people.page(address + "/retrait", editor)).contains(">Données</a>", link);
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
        site.perform(get(link)).andExpect(status().isNotFound());
        assertThat(links.broken()).anyMatch(broken -> broken.link().equals(link));
        assertThat(people.page("/admin/liens", editor)).contains(link);
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "false"));
        site.perform(get(link)).andExpect(status().isOk());
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
}
