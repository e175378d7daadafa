package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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
        return site.perform(page(address, base, title, body));
    }

    /// The button that publishes, in the form of a page.
    private ResultActions publish(String address, String title, String body) throws Exception {
        return site.perform(page(address + "/publication", base(address), title, body));
    }

    private MockHttpServletRequestBuilder page(String to, String base, String title, String body) {
        return post(to).cookie(editor)
                .param("base", base)
                .param("champ-titre", title)
                .param("champ-resume", "Un résumé.")
                .param("champ-mise-a-jour", "2026-11-25")
                .param("texte", body);
    }

    private MockHttpServletRequestBuilder news(String to, String base, String title, String workstreams) {
        return post(to).cookie(editor)
                .param("base", base)
                .param("champ-date", "2026-11-20")
                .param("champ-titre", title)
                .param("champ-resume", "Un résumé.")
                .param("champ-chantiers", workstreams)
                .param("champ-source-titre", "Un rapport")
                .param("champ-source-organisme", "Un organisme")
                .param("texte", "Le texte de la nouvelle.");
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
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
        publish(address, "Conditions nouvelles", "Du **neuf**.").andExpect(status().isSeeOther());
        assertThat(read("/conditions")).contains("Conditions nouvelles").contains("<strong>neuf</strong>");
    }

    @Test
    void whatIsOnTheScreenIsWhatIsPublished() throws Exception {
        String address = "/admin/textes/pages/comprendre/fr";
        save(address, base(address), "Comprendre", "Première rédaction.").andExpect(status().isSeeOther());
        String answer = publish(address, "Comprendre", "Deuxième rédaction, jamais enregistrée.")
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(read("/comprendre")).contains("Deuxième rédaction").doesNotContain("Première rédaction");
        assertThat(people.page(String.valueOf(answer), editor))
                .contains("role=\"status\">Publié le", "<a href=\"/comprendre\">Voir la page</a>");
        assertThat(people.page(address + "?fait=<b>faux</b>", editor))
                .doesNotContain("<b>faux")
                .doesNotContain("role=\"status\"");
    }

    @Test
    void whatAColleagueSavedMeanwhileIsNotPublishedUnseen() throws Exception {
        String address = "/admin/textes/pages/a-propos/fr";
        String before = read("/a-propos");
        String both = base(address);
        save(address, both, "À propos", "De la main d’une collègue.").andExpect(status().isSeeOther());
        String page = body(site.perform(page(address + "/publication", both, "À propos", "De ma main."))
                .andExpect(status().isConflict()));
        assertThat(page).contains("De la main d’une collègue.", "De ma main.", "href=\"#texte\"");
        assertThat(read("/a-propos")).isEqualTo(before);
    }

    @Test
    void aNewsItemOfAnUnknownChantierIsRefusedWithTheNamesOfTheTen() throws Exception {
        String address = "/admin/textes/actualites/chantier-inconnu/fr";
        String page = body(site.perform(news(address + "/publication", "0", "Nouvelle", "mobilite, velocipedes"))
                .andExpect(status().isBadRequest()));
        assertThat(page)
                .contains("« velocipedes » n’est pas un choix connu"
                        .replace("« ", "«\u00a0")
                        .replace(" »", "\u00a0»"))
                .contains("Mobilité, Infrastructures", "Énergies", "href=\"#champ-chantiers\"");
        site.perform(get("/actualites/2026/chantier-inconnu")).andExpect(status().isNotFound());
        site.perform(news(address + "/publication", "0", "Nouvelle", "mobilite").param("champ-chantiers", "energies"))
                .andExpect(status().isSeeOther());
        assertThat(read("/actualites/2026/chantier-inconnu"))
                .contains("href=\"/chantiers/mobilite\"", "href=\"/chantiers/energies\"");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    @Test
    void aToolThatIsNoneIsRefusedSinceItsChantierCouldNotBeShown() throws Exception {
        String page = body(site.perform(post("/admin/textes/chantiers/mobilite/fr/publication")
                        .cookie(editor)
                        .param("base", "0")
                        .param("champ-numero", "1")
                        .param("champ-titre", "Mobilité")
                        .param("champ-resume", "Un résumé.")
                        .param("champ-modules", "/nulle-part"))
                .andExpect(status().isBadRequest()));
        assertThat(page).contains("href=\"#champ-modules\"", "n’est pas un outil du site");
    }

    @Test
    void refusalsNameTheFieldInTheWordsOfTheEditor() throws Exception {
        String page = body(site.perform(post("/admin/textes/questions/une-question/fr")
                        .cookie(editor)
                        .param("base", "0")
                        .param("champ-titre", "Une question?")
                        .param("champ-resume", "La réponse.")
                        .param("champ-theme", "cuisine")
                        .param("champ-source-titre", "Une source")
                        .param("champ-date", "28 novembre 2026"))
                .andExpect(status().isBadRequest()));
        assertThat(page)
                .contains("href=\"#champ-theme\"", "href=\"#champ-date\"", "href=\"#champ-source-url\"")
                .contains(
                        "n’est pas une date complète",
                        "ce champ est obligatoire",
                        "aria-describedby=\"champ-date-erreur\"")
                .contains("value=\"28 novembre 2026\"")
                .doesNotContain("could not be parsed")
                .doesNotContain("href=\"#texte\"");
    }

    @Test
    void anEventLastsMinutesAndAVideoSeconds() throws Exception {
        assertThat(people.page("/admin/textes/evenements/un-evenement/fr", editor))
                .contains("Durée, en minutes", "type=\"datetime-local\"")
                .doesNotContain("Durée, en secondes");
        assertThat(people.page("/admin/textes/videos/une-video/fr", editor)).contains("Durée, en secondes");
    }

    @Test
    void aTextThatDoesNotExistIsNewAndCannotBeTakenAway() throws Exception {
        String address = "/admin/textes/actualites/jamais-ecrite/fr";
        assertThat(people.page(address, editor))
                .contains(">nouveau<")
                .doesNotContain("Retirer du site")
                .doesNotContain(">publié<")
                .doesNotContain("sont les mêmes");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"))
                .andExpect(status().isNotFound());
        assertThat(people.page("/admin/textes", editor)).doesNotContain("jamais-ecrite");
    }

    @Test
    void aTextIsBegunByItsTitleAndWhatIsTypedIsKeptWhenTheNameDoesNotSuit() throws Exception {
        site.perform(post("/admin/textes")
                        .cookie(editor)
                        .param("genre", "actualites")
                        .param("titre", "L’été à l’œuvre : 3 bornes"))
                .andExpect(header().string(
                                "Location",
                                startsWith("/admin/textes/actualites/l-ete-a-l-oeuvre-3-bornes/fr?titre=")));
        String wrong = body(site.perform(post("/admin/textes")
                        .cookie(editor)
                        .param("genre", "evenements")
                        .param("titre", "Une visite")
                        .param("nom", "Une Visite!"))
                .andExpect(status().isBadRequest()));
        assertThat(wrong).contains("value=\"Une visite\"", "value=\"Une Visite!\"", "ne convient pas dans une adresse");
    }

    @Test
    void theNameOfAnotherTextIsSaidToBeTaken() throws Exception {
        site.perform(news("/admin/textes/actualites/deja-prise/fr", "0", "Nouvelle", "mobilite"))
                .andExpect(status().isSeeOther());
        String page = body(site.perform(post("/admin/textes")
                        .cookie(editor)
                        .param("genre", "actualites")
                        .param("nom", "deja-prise"))
                .andExpect(status().isBadRequest()));
        assertThat(page).contains("s’appelle déjà", "href=\"#nom\"");
    }

    @Test
    void theListTellsTitleStateAndLastHandAndIsSearched() throws Exception {
        site.perform(news("/admin/textes/actualites/dans-la-liste/fr", "0", "Une borne à l’école", "mobilite"))
                .andExpect(status().isSeeOther());
        String found = people.page("/admin/textes?q=BORNE a l’ecole", editor);
        assertThat(found)
                .contains("Une borne à l’école", "brouillon, jamais publié", "redaction@equipe.test")
                .doesNotContain("/admin/textes/pages/");
        assertThat(people.page("/admin/textes?q=introuvable-nulle-part", editor))
                .contains("Aucun texte ne porte ces mots.");
    }

    @Test
    void anEnglishTextBeginsWithWhatItSharesWithTheFrenchOne() throws Exception {
        String address = "/admin/textes/actualites/a-traduire/fr";
        site.perform(news(address + "/publication", "0", "Titre à traduire", "mobilite"))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains("<p>Le texte de la nouvelle.</p>");
        assertThat(people.page("/admin/textes/actualites/a-traduire/en", editor))
                .contains("value=\"2026-11-20\"", "value=\"Un rapport\"", "value=\"mobilite\" checked")
                .contains("<span lang=\"fr-CA\">Titre à traduire</span>", ">nouveau<");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    @Test
    void aPageOfTheMenuStaysAndAnotherIsTakenAwayOnceItIsSaidWhatLeadsThere() throws Exception {
        String privacy = "/admin/textes/pages/confidentialite/fr/retrait";
        assertThat(people.page(privacy, editor))
                .contains("ne peut pas être retirée")
                .doesNotContain("action=\"" + privacy);
        site.perform(post(privacy).cookie(editor).param("retire", "true")).andExpect(status().isConflict());
        site.perform(get("/confidentialite")).andExpect(status().isOk());
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
        save(address, base(address), "Trois", "Texte trois.");
        assertThat(people.page(address + "/versions/" + first, editor))
                .contains(
                        "Version de «\u00a0Trois\u00a0»",
                        "Par rapport au brouillon",
                        "− Titre\u00a0: Trois</del>",
                        "+ Titre\u00a0: Un</ins>",
                        "− Texte trois.</del>",
                        "+ Texte un.</ins>",
                        "<p>Mise à jour\u00a0: 2026-11-25</p>")
                .doesNotContain("Texte deux.", "titre: ", "slug: ");
        assertThat(people.page(address + "/versions/" + base(address), editor))
                .contains("Rien ne diffère", "<p>Texte trois.</p>")
                .doesNotContain("/reprise");
        site.perform(post(address + "/versions/" + first + "/reprise").cookie(editor))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains("Texte un.");
    }

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

    @Test
    void aScheduledTextAppearsWhenItsTimeHasCome() throws Exception {
        String address = "/admin/textes/actualites/essai-prevu/fr";
        schedule(address, "0", "Nouvelle prévue").andExpect(status().isSeeOther());
        store.publishDue();
        site.perform(get("/actualites/2026/essai-prevu")).andExpect(status().isNotFound());
        site.perform(news(address, base(address), "Brouillon d’après", "mobilite"))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains("Annuler la publication prévue", "Un brouillon plus récent");
        people.run("update courant.text_state set publish_at = now() where slug = 'essai-prevu'");
        store.publishDue();
        assertThat(read("/actualites/2026/essai-prevu"))
                .contains("Nouvelle prévue")
                .doesNotContain("Brouillon d’après");
        assertThat(people.text("""
                        select string_agg(actor || ' ' || subject, ',') from courant.audit_event
                        where action = 'text.published-as-scheduled' and subject like '%/essai-prevu/%'
                        """)).matches("courant texte/actualites/essai-prevu/fr version/\\d+");
        store.publishDue();
        assertThat(people.text("select count(*) from courant.audit_event where action = 'text.published-as-scheduled'"
                        + " and subject like '%/essai-prevu/%'"))
                .isEqualTo("1");
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
    }

    private ResultActions schedule(String address, String base, String title) throws Exception {
        return site.perform(
                news(address + "/publication", base, title, "mobilite").param("moment", "2099-01-01T08:00"));
    }

    @Test
    void aPublicationThatWasForeseenIsCancelled() throws Exception {
        String address = "/admin/textes/actualites/essai-annule/fr";
        schedule(address, "0", "Nouvelle annulée").andExpect(status().isSeeOther());
        site.perform(post(address + "/annulation").cookie(editor)).andExpect(status().isSeeOther());
        assertThat(people.page(address + "?fait=annule", editor))
                .contains("La publication prévue est annulée.")
                .doesNotContain("Annuler la publication prévue");
        assertThat(people.text(
                        "select count(*) from courant.text_state where slug = 'essai-annule' and publish_at is null"))
                .isEqualTo("1");
    }

    @Test
    void aTextThatIsTakenAwayDoesNotComeBackByItself() throws Exception {
        String address = "/admin/textes/actualites/essai-retire/fr";
        site.perform(news(address + "/publication", "0", "Nouvelle retirée", "mobilite"))
                .andExpect(status().isSeeOther());
        schedule(address, base(address), "Nouvelle corrigée").andExpect(status().isSeeOther());
        site.perform(post(address + "/retrait").cookie(editor).param("retire", "true"));
        assertThat(people.text("select count(*) from courant.text_state where slug = 'essai-retire'"
                        + " and publish_at is null and scheduled_id is null and removed_at is not null"))
                .isEqualTo("1");
    }

    @Test
    void aMomentThatIsPastOrUnreadablePublishesNothing() throws Exception {
        String address = "/admin/textes/actualites/essai-passe/fr";
        for (String moment : new String[] {"2020-01-01T08:00", "demain matin"}) {
            String page = body(site.perform(news(address + "/publication", "0", "Trop tôt", "mobilite")
                            .param("moment", moment))
                    .andExpect(status().isBadRequest()));
            assertThat(page).contains("href=\"#moment\"", "value=\"" + moment + "\"", "Trop tôt");
        }
        site.perform(get("/actualites/2026/essai-passe")).andExpect(status().isNotFound());
    }

    @Test
    void aPreviewLinkShowsTheDraftToWhoHoldsIt() throws Exception {
        String address = "/admin/textes/pages/accessibilite/fr";
        String link = site.perform(page(address + "/lien", base(address), "Accessibilité, brouillon", "Un brouillon."))
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

    /// @return its number
    private String picture(String alternative) throws Exception {
        upload(png(40, 20), alternative).andExpect(status().isSeeOther());
        return people.text("select max(id) from courant.media");
    }

    @Test
    void theWordsOfAPictureAreCorrected() throws Exception {
        String id = picture("Une bourne");
        String address = "/admin/medias/" + id;
        assertThat(people.page("/admin/medias", editor)).contains("href=\"" + address + "\"", "Utilisée nulle part.");
        String refused = body(site.perform(post(address).cookie(editor).param("texte-de-remplacement", " "))
                .andExpect(status().isBadRequest()));
        assertThat(refused).contains("href=\"#texte-de-remplacement\"", "Écrivez ce que l’image montre");
        site.perform(post(address).cookie(editor).param("texte-de-remplacement", "Une borne"))
                .andExpect(redirectedUrl(address + "?fait=corrige"));
        assertThat(people.page(address + "?fait=corrige", editor))
                .contains(
                        "role=\"status\">Ce que l’image montre est enregistré.",
                        "![Une borne](/medias/" + id + "/ma-photo)")
                .doesNotContain("bourne");
        assertThat(events(id)).isEqualTo("media.added,media.corrected");
        assertThat(people.status("/admin/medias/999999", editor)).isEqualTo(404);
    }

    private String events(String picture) throws Exception {
        return people.text("select string_agg(action, ',' order by id) from courant.audit_event where subject = 'media/"
                + picture + "'");
    }

    @Test
    void aPictureThatIsUsedNowhereIsRemovedOnceThatIsConfirmed() throws Exception {
        String id = picture("Une image de trop");
        String removal = "/admin/medias/" + id + "/retrait";
        assertThat(people.page(removal, editor))
                .contains("<form method=\"post\" action=\"" + removal + "\"", "retirée pour de bon");
        assertThat(people.page("/admin/medias?retiree=" + id, editor)).doesNotContain("role=\"status\"");
        site.perform(post(removal).cookie(editor)).andExpect(redirectedUrl("/admin/medias?retiree=" + id));
        assertThat(people.page("/admin/medias?retiree=" + id, editor))
                .contains("L’image n°\u00a0" + id + " est retirée.")
                .doesNotContain("Une image de trop");
        site.perform(get("/medias/" + id + "/ma-photo")).andExpect(status().isNotFound());
        assertThat(events(id)).isEqualTo("media.added,media.removed");
    }

    @Test
    void aPictureStaysWhileADraftAPublishedTextOrAnIssueShowsIt() throws Exception {
        String inDraft = picture("Pour un brouillon");
        String inNews = picture("Pour une nouvelle");
        String inIssue = picture("Pour l’infolettre");
        String draft = "/admin/textes/actualites/image-en-brouillon/fr";
        String news = "/admin/textes/actualites/image-publiee/fr";
        site.perform(news(draft, "0", "Une nouvelle en brouillon", "mobilite")
                        .param("champ-image", "/medias/" + inDraft + "/ma-photo | Une borne"))
                .andExpect(status().isSeeOther());
        site.perform(news(news + "/publication", "0", "Une nouvelle publiée", "mobilite")
                        .param("champ-image", "/medias/" + inNews + "/ma-photo | Une borne"))
                .andExpect(status().isSeeOther());
        site.perform(post("/admin/infolettre")
                        .cookie(editor)
                        .param("objet", "Un numéro en images")
                        .param("texte", "![Une borne](/medias/" + inIssue + "/ma-photo)"))
                .andExpect(status().isSeeOther());
        stays(inDraft, "<a href=\"" + draft + "\">Une nouvelle en brouillon</a>");
        stays(inNews, "<a href=\"" + news + "\">Une nouvelle publiée</a>");
        stays(inIssue, ">Un numéro en images</a>");
        site.perform(post(news + "/retrait").cookie(editor).param("retire", "true"));
        stays(inNews, "<a href=\"" + news + "\">Une nouvelle publiée</a>");
    }

    private void stays(String picture, String user) throws Exception {
        String removal = "/admin/medias/" + picture + "/retrait";
        assertThat(people.page("/admin/medias/" + picture, editor)).containsOnlyOnce(user);
        assertThat(people.page(removal, editor)).contains(user).doesNotContain("action=\"" + removal);
        String refused = body(site.perform(post(removal).cookie(editor)).andExpect(status().isConflict()));
        assertThat(refused).contains(user, "elle ne peut pas être retirée");
        site.perform(get("/medias/" + picture + "/ma-photo")).andExpect(status().isOk());
    }

    @Test
    void theMainPictureIsChosenAmongThoseOfTheLibraryOrSaidInOtherWords() throws Exception {
        String id = picture("L'école et sa borne");
        String address = "/admin/textes/actualites/image-choisie/fr";
        String line = "/medias/" + id + "/ma-photo | L’école et sa borne";
        String radio = "type=\"radio\" name=\"champ-image\" value=\"";
        assertThat(people.page(address, editor)).contains(radio + line + "\">", radio + "\" checked>");
        site.perform(news(address, "0", "Nouvelle en image", "mobilite").param("champ-image", line))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor))
                .containsOnlyOnce(radio + "/medias/" + id + "/")
                .contains(radio + line + "\" checked>");
        String other = "/medias/" + id + "/ma-photo | Une école";
        site.perform(news(address, base(address), "Nouvelle en image", "mobilite")
                        .param("champ-image", line)
                        .param("autre-champ-image", other))
                .andExpect(status().isSeeOther());
        assertThat(people.page(address, editor)).contains(radio + other + "\" checked>", radio + line + "\">");
        String wrong = body(site.perform(news(address, base(address), "Nouvelle en image", "mobilite")
                        .param("champ-image", line)
                        .param("autre-champ-image", "ma-photo.jpg"))
                .andExpect(status().isBadRequest()));
        assertThat(wrong)
                .contains("href=\"#champ-image\"", "name=\"autre-champ-image\" type=\"text\" value=\"ma-photo.jpg\"")
                .doesNotContain(radio + "ma-photo.jpg");
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
