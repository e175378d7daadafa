package courant.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a person finds who writes without accents, in the plural, or with a slip.
class SearchIndexTest {
    private static final List<SearchItem> ITEMS = List.of(
            new SearchItem(
                    "page", "/a", "Déneigement des trottoirs", "Chenillettes et souffleuses", "L’opération de nuit."),
            new SearchItem("ressource", "/b", "Bornes de recharge", "Installer une borne", "au garage municipal"),
            new SearchItem("municipalite", "/c", "Saint-Élie-de-Caxton", "Municipalité, Mauricie", ""),
            new SearchItem(
                    "actualite", "/d", "Les camions électriques en hiver", "Essais", "déneiger par grand froid"));

    private final SearchIndex index = SearchIndex.of(ITEMS);

    private List<String> found(String typed) {
        return index.find(typed, "", 0, 10).hits().stream()
                .map(SearchItem::address)
                .toList();
    }

    @Test
    void accentsPluralsAndSlipsAreForgiven() {
        assertThat(found("déneigement"))
                .contains("/a")
                .isEqualTo(found("deneigement"))
                .isEqualTo(found("deneigment"));
        assertThat(found("borne")).isEqualTo(found("bornes")).containsExactly("/b");
        assertThat(found("saint elie")).containsExactly("/c");
        assertThat(found("electrique")).containsExactly("/d");
        assertThat(index.find("deneigment", "", 0, 10).understood()).isEqualTo("deneigement");
        assertThat(index.find("déneigement", "", 0, 10).understood()).isEmpty();
    }

    @Test
    void allWordsMustBeThereAndTheBeginningOfAWordIsEnough() {
        assertThat(found("borne garage")).containsExactly("/b");
        assertThat(found("borne hiver")).isEmpty();
        assertThat(found("chenil")).containsExactly("/a");
        assertThat(found("l’opération")).containsExactly("/a");
    }

    @Test
    void whatIsNoWordFindsNothingAndBreaksNothing() {
        for (String odd :
                List.of("", "  ", "le la les", "\" OR *:*", "(((", "a\\", "<script>", "💡", "x".repeat(5000))) {
            assertThat(index.find(odd, "", 0, 10).hits()).as(odd).isEmpty();
        }
    }

    @Test
    void aLetterSaidAgainAndAgainIsNoWordOfOneLetter() {
        SearchIndex questions =
                SearchIndex.of(List.of(new SearchItem("question", "/q", "Y a-t-il une aide pour les bornes?", "", "")));
        assertThat(questions.find("aaaaa", "", 0, 10).hits()).isEmpty();
        assertThat(questions.find("a-t-il aide", "", 0, 10).hits()).hasSize(1);
    }

    @Test
    void countsByKindAndPages() {
        SearchIndex.Found all = index.find("de", "", 0, 10);
        assertThat(all.hits()).isEmpty();
        SearchIndex.Found winter = index.find("deneigement", "", 0, 1);
        assertThat(winter.kinds().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo((int) winter.total());
        assertThat(index.find("electriques", "actualite", 0, 10).total()).isEqualTo(1);
        assertThat(index.find("electriques", "page", 0, 10).total()).isZero();
    }

    @Test
    void twentyThousandItemsAreSearchedRightly() {
        Random random = new Random(1);
        List<String> words = List.of("borne", "camion", "hiver", "résolution", "conseil", "parc", "budget", "véhicule");
        List<SearchItem> many = new ArrayList<>(ITEMS);
        for (int i = 0; i < 20_000; i++) {
            String text = words.get(random.nextInt(8)) + " " + words.get(random.nextInt(8)) + " " + i;
            many.add(new SearchItem("page", "/" + i, text, text, text));
        }
        SearchIndex large = SearchIndex.of(many);
        long expected = many.stream()
                .filter(item -> item.text().contains("borne")
                        || item.title().contains("Borne")
                        || item.summary().contains("borne"))
                .count();
        assertThat(large.find("bornes", "", 0, 10).total()).isEqualTo(expected);
    }

    private static final SearchIndex ENGLISH = SearchIndex.inEnglish(List.of(
            english("ressource", "/a", "Before you install a charger", "Fifteen points to check", "at the garage"),
            english("page", "/b", "Charging at night", "The building’s peak", "Hydro-Québec’s rates, by the tonne"),
            english("municipalite", "/c", "Saint-Élie-de-Caxton", "Mauricie", "Municipalité"),
            new SearchItem("ressource", "/d", "L’autonomie en hiver", "Des mesures", "le véhicule au garage")));

    private static SearchItem english(String kind, String address, String title, String summary, String text) {
        return new SearchItem(kind, address, title, summary, text, SearchLanguage.ENGLISH);
    }

    private static List<String> foundInEnglish(String typed) {
        return ENGLISH.find(typed, "", 0, 10).hits().stream()
                .map(SearchItem::address)
                .toList();
    }

    @Test
    void inEnglishTheFormsOfAWordAccentsAndSlipsAreForgiven() {
        assertThat(foundInEnglish("charges")).containsExactly("/b");
        assertThat(foundInEnglish("chargers")).containsExactly("/a");
        assertThat(foundInEnglish("installing")).containsExactly("/a");
        assertThat(foundInEnglish("hydro quebec rate")).containsExactly("/b");
        assertThat(foundInEnglish("saint elie")).containsExactly("/c");
        assertThat(foundInEnglish("chargr")).containsExactly("/a");
        assertThat(ENGLISH.find("chargr", "", 0, 10).understood()).isEqualTo("charger");
        assertThat(foundInEnglish("what is the peak of a building")).containsExactly("/b");
    }

    @Test
    void inEnglishWhatExistsInFrenchOnlyIsFoundByItsFrenchWordsAndSaysSo() {
        assertThat(foundInEnglish("vehicules")).containsExactly("/d");
        assertThat(foundInEnglish("autonomi hiver")).containsExactly("/d");
        assertThat(foundInEnglish("dans le garage")).containsExactlyInAnyOrder("/a", "/d");
        assertThat(ENGLISH.find("garage", "", 0, 10).hits())
                .extracting(SearchItem::address, SearchItem::language)
                .containsExactlyInAnyOrder(tuple("/a", SearchLanguage.ENGLISH), tuple("/d", SearchLanguage.FRENCH));
    }

    @Test
    void anIndexInFrenchHoldsNoEnglish() {
        SearchItem item = english("page", "/b", "Charging", "At night", "");
        assertThatThrownBy(() -> SearchIndex.of(List.of(item)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/b");
    }

    @Test
    void whatIsNoWordFindsNothingInEnglishEither() {
        for (String odd : List.of("", "  ", "of the", "\" OR *:*", "(((", "<script>", "💡", "x".repeat(5000))) {
            assertThat(foundInEnglish(odd)).as(odd).isEmpty();
        }
    }
}
