package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/// The menus lead where they say.
@OnSite
class MenuTest {
    private static final Pattern ARTICLE = Pattern.compile("/actualites/\\d{4}/[^?]+");

    /// An entry, and the heading that must answer.
    private record Entry(String address, String label, String heading) {
        Entry(String address, String label) {
            this(address, label, label);
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/plateforme", "La Plateforme"),
            new Entry("/declaration", "La déclaration"),
            new Entry("/s-engager", "S’engager"),
            new Entry("/chantiers", "Chantiers climatiques"),
            new Entry("/municipalites", "Municipalités engagées"),
            new Entry("/videos", "Vidéos"),
            new Entry("/aide-financiere", "Supports financiers"),
            new Entry("/actualites", "Actualités"),
            new Entry("/comprendre", "Comprendre"),
            new Entry("/regroupements", "Regroupements d’achats"),
            new Entry("/evenements", "Événements"),
            new Entry("/questions", "Questions et réponses"),
            new Entry("/essais", "Essais de véhicules"),
            new Entry("/retours-d-experience", "Retours d’expérience"),
            new Entry("/vehicules", "Catalogue de véhicules électriques"),
            new Entry("/progres", "Progrès"),
            new Entry("/ressources", "Ressources"),
            new Entry("/nous-joindre", "Nous joindre"),
            new Entry("/a-propos", "À propos"),
            new Entry("/infolettre", "Infolettre", "Inscrivez-vous pour ne rien manquer"),
            new Entry("/donnees-ouvertes", "Données ouvertes"),
            new Entry("/accessibilite", "Accessibilité"),
            new Entry("/confidentialite", "Confidentialité"),
            new Entry("/analyser", "Analyser mon parc"),
            new Entry("/chantiers/mobilite", "Mobilité"),
            new Entry("/chantiers/infrastructures", "Infrastructures"),
            new Entry("/chantiers/economies-locales", "Économies locales"),
            new Entry("/chantiers/resilience-financiere", "Résilience financière"),
            new Entry("/chantiers/gestion-des-matieres-residuelles", "Gestion des matières résiduelles"),
            new Entry("/chantiers/biodiversite", "Biodiversité"),
            new Entry("/chantiers/sante-et-bien-etre", "Santé et bien-être"),
            new Entry("/chantiers/securite-publique", "Sécurité publique"),
            new Entry("/chantiers/outils-d-urbanisme", "Outils d’urbanisme"),
            new Entry("/chantiers/energies", "Énergies"));

    @TestFactory
    Stream<DynamicTest> eachEntryAnswersWithItsOwnHeading(Site site) {
        List<Element> links = ask(site, "/").all("a");
        return ENTRIES.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.label(), () -> {
                    assertTrue(links.stream().anyMatch(link -> leadsTo(link, entry)), "it is in a menu");
                    assertEquals(
                            List.of(entry.heading()), ask(site, entry.address()).texts("h1"));
                }));
    }

    private static boolean leadsTo(Element link, Entry entry) {
        return link.getAttribute("href").equals(entry.address())
                && Visit.text(link).equals(entry.label());
    }

    @TestFactory
    Stream<DynamicTest> anArticleLeadsToTheListAndMayBeShared(Walk walk) {
        List<Visit> articles = walk.visits().stream()
                .filter(visit -> ARTICLE.matcher(visit.address()).matches())
                .toList();
        assertTrue(!articles.isEmpty(), "there are articles");
        return articles.stream()
                .map(article -> DynamicTest.dynamicTest(
                        article.address(),
                        () -> assertAll(
                                () -> assertTrue(
                                        links(article, "Toutes les actualités").contains("/actualites"), "the list"),
                                () -> assertTrue(
                                        article.html().contains("Où souhaitez-vous partager cette page?"),
                                        "sharing"))));
    }

    @Test
    void articlesFollowOneAnotherFromTheNewestToTheOldest(Site site) {
        Set<String> listed = new LinkedHashSet<>(ask(site, "/actualites").all("a").stream()
                .map(link -> link.getAttribute("href"))
                .filter(address -> ARTICLE.matcher(address).matches())
                .toList());
        List<String> walked = new ArrayList<>();
        List<String> next = List.of();
        for (List<String> here = List.of(listed.iterator().next()); !here.isEmpty(); ) {
            Visit article = ask(site, here.getFirst());
            assertEquals(next, related(article, "next"), () -> "after " + article.address());
            walked.add(article.address());
            next = here;
            here = related(article, "prev");
        }
        assertEquals(List.copyOf(listed), walked);
    }

    private static Visit ask(Site site, String address) {
        HttpResponse<String> answer = site.get(address);
        assertEquals(200, answer.statusCode(), address);
        return Visit.of(address, answer.statusCode(), answer.body());
    }

    private static List<String> related(Visit visit, String relation) {
        return visit.all("a").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static List<String> links(Visit visit, String label) {
        return visit.all("a").stream()
                .filter(link -> Visit.text(link).equals(label))
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
