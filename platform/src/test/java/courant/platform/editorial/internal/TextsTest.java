package courant.platform.editorial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;

/// An editor at work: drafts, refusals, versions, somebody else's hand.
class TextsTest extends EditingTest {
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
}
