import courant.platform.search.SearchIndex;
import courant.platform.search.SearchItem;
import courant.platform.search.SearchLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How long a search takes over 20,000 items. After `./courant --version` has built the product:
///
/// `java -cp "platform/target/classes:platform/target/lib/*:engine/target/classes:facts/target/classes:ingest/target/classes" benchmarks/Searches.java`
public class Searches {
    private static final String VOCABULARY = """
            déneigement trottoir chenillette souffleuse borne recharge camionnette véhicule électrique hiver batterie conseil
            résolution municipalité budget trésorerie subvention aide financière garage puissance tarif Hydro-Québec électricité
            regroupement achats appel offres adjudication soumission contrat devis livraison essai mesure consommation autonomie
            kilomètre température froid chauffage thermopompe préchauffage usure entretien mécanicien conduite formation climat
            émissions carbone réduction cible engagement déclaration chantier mobilité énergie urbanisme biodiversité sécurité
            incendie police ambulance voirie égout aqueduc parc arbre piste cyclable autobus transport collectif stationnement""";

    public static void main(String[] arguments) {
        String[] words = VOCABULARY.strip().split("\\s+");
        Random random = new Random(20261125);
        List<SearchItem> items = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            items.add(new SearchItem(
                    SearchItem.KINDS.get(i % SearchItem.KINDS.size()),
                    "/" + i,
                    text(words, random, 5) + " " + i,
                    text(words, random, 12),
                    text(words, random, 43)));
        }
        // The words are French in both: how long they take does not depend on it.
        measure("French", items, SearchIndex::of, words, random);
        List<SearchItem> english = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            SearchItem item = items.get(i);
            SearchLanguage language = i % 4 == 0 ? SearchLanguage.FRENCH : SearchLanguage.ENGLISH;
            english.add(new SearchItem(
                    item.kind(), item.address(), item.title(), item.summary(), item.text(), language));
        }
        measure("English, a quarter in French only", english, SearchIndex::inEnglish, words, random);
    }

    private static void measure(
            String name,
            List<SearchItem> items,
            Function<List<SearchItem>, SearchIndex> indexing,
            String[] words,
            Random random) {
        long began = System.nanoTime();
        SearchIndex index = indexing.apply(items);
        System.out.printf("%s: index of %d items: %.1f s%n", name, items.size(), (System.nanoTime() - began) / 1e9);
        long[] times = new long[20_000];
        long hits = 0;
        for (int round = 0; round < 2; round++) {
            hits = 0;
            for (int i = 0; i < times.length; i++) {
                String typed = typed(text(words, random, 1 + i % 3), i, random);
                long start = System.nanoTime();
                hits += index.find(typed, "", 0, 20).total();
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%d searches, %d hits, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                times.length, hits, times[times.length / 2] / 1e6, times[times.length * 95 / 100] / 1e6,
                times[times.length * 99 / 100] / 1e6);
        for (String slip : List.of("déneigement", "deneigement", "deneigment")) {
            System.out.println(slip + ": " + index.find(slip, "", 0, 20).total());
        }
    }

    private static String text(String[] words, Random random, int count) {
        return random.ints(count, 0, words.length).mapToObj(i -> words[i]).collect(Collectors.joining(" "));
    }

    private static String typed(String words, int i, Random random) {
        String typed = i % 4 == 0
                ? java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                : words;
        if (i % 8 == 1 && typed.length() > 5) {
            int at = 2 + random.nextInt(typed.length() - 3);
            typed = typed.substring(0, at) + typed.substring(at + 1);
        }
        return typed;
    }
}
