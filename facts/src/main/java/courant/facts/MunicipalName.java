package courant.facts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A municipality's name with accents, hyphens, case and St/Ste forgiven.
///
/// @param strict words, articles kept
/// @param loose words, articles left out
record MunicipalName(String strict, String loose) {
    private static final Pattern SHORT_SAINT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:st|ste)(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l", "de", "du", "des", "d");

    static MunicipalName of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        String strict = spellingOutSaints(plain);
        String loose = Arrays.stream(strict.split(" ", -1))
                .filter(word -> !ARTICLES.contains(word))
                .collect(Collectors.joining(" "));
        return new MunicipalName(strict, loose.isEmpty() ? strict : loose);
    }

    /// `st-jerome` → `saint-jerome`; all else as it was.
    static String spellingOutSaints(String text) {
        return SHORT_SAINT.matcher(text).replaceAll(found -> found.group().length() == 2 ? "saint" : "sainte");
    }

    /// Number of letters to insert, delete or replace to pass from this name to the other; O(n·m).
    int distance(MunicipalName other) {
        int[] previous = new int[other.loose.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= loose.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < previous.length; j++) {
                int replaced = previous[j - 1] + (loose.charAt(i - 1) == other.loose.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[previous.length - 1];
    }
}
