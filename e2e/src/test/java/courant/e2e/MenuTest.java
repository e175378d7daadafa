package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/// The menus lead where they say.
@OnSite
class MenuTest {
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
        HttpResponse<String> home = site.get("/");
        List<Element> links = Visit.of("/", home.statusCode(), home.body()).all("a");
        return ENTRIES.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.label(), () -> {
                    assertTrue(links.stream().anyMatch(link -> leadsTo(link, entry)), "it is in a menu");
                    HttpResponse<String> answer = site.get(entry.address());
                    assertEquals(200, answer.statusCode());
                    Visit visit = Visit.of(entry.address(), answer.statusCode(), answer.body());
                    assertEquals(List.of(entry.heading()), visit.texts("h1"));
                }));
    }

    private static boolean leadsTo(Element link, Entry entry) {
        return link.getAttribute("href").equals(entry.address())
                && Visit.text(link).equals(entry.label());
    }

    @TestFactory
    Stream<DynamicTest> anArticleLeadsToItsNeighboursToTheListAndToOthers(Walk walk) {
        List<Visit> articles = walk.visits().stream()
                .filter(visit -> visit.address().matches("/actualites/\\d{4}/[^?]+"))
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

    private static List<String> links(Visit visit, String label) {
        return visit.all("a").stream()
                .filter(link -> Visit.text(link).equals(label))
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
