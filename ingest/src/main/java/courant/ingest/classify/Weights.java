package courant.ingest.classify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the weight class: the rating in kg, else a rating or class written in the text, else the model's, else a hint
/// such as « 10 roues ».
final class Weights {
    private static final Set<String> RATING_WORDS = Set.of("gvwr", "gvw", "pnbv");
    private static final double KG_PER_LB = 0.45359237;
    private static final double SMALLEST_RATING = 1500;

    private Weights() {}

    static WeightClass of(Tables tables, @Nullable Double gvwrKg, List<String> words, WeightClass usual) {
        WeightClass[] stated = {gvwrKg != null ? ofKg(tables, gvwrKg) : writtenRating(tables, words)};
        WeightClass[] hinted = {WeightClass.UNKNOWN};
        boolean measured = stated[0].isKnown();
        tables.weights.find(words, (rule, position) -> {
            WeightClass[] slot = rule.stated() ? stated : hinted;
            if (!(rule.stated() && measured) && rule.weight().number() > slot[0].number()) {
                slot[0] = rule.weight();
            }
        });
        if (measured) {
            return stated[0];
        }
        WeightClass known = stated[0].orUsual(usual);
        return known.orUsual(hinted[0]);
    }

    private static WeightClass ofKg(Tables tables, double kg) {
        Map.@Nullable Entry<Double, WeightClass> entry = tables.weightByKg.ceilingEntry(kg);
        return entry == null ? WeightClass.UNKNOWN : entry.getValue();
    }

    /// « 33200 GVWR », « GVWR 14000 lb », « PNBV 4500 kg »; pounds unless kilograms are written.
    private static WeightClass writtenRating(Tables tables, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!RATING_WORDS.contains(words.get(i))) {
                continue;
            }
            int from = Math.max(0, i - 2);
            int to = Math.min(words.size(), i + 3);
            List<String> around = words.subList(from, to);
            for (String word : around) {
                if (word.length() >= 4 && word.length() <= 6 && word.chars().allMatch(Character::isDigit)) {
                    double rating = Double.parseDouble(word);
                    double kg = around.contains("kg") ? rating : rating * KG_PER_LB;
                    return rating < SMALLEST_RATING ? WeightClass.UNKNOWN : ofKg(tables, kg);
                }
            }
        }
        return WeightClass.UNKNOWN;
    }
}
