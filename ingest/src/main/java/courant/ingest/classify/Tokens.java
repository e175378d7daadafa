package courant.ingest.classify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Words of a description, made comparable: lower case, no accents, digits apart from letters, plural `s` and `x`
/// dropped.
///
/// `F-350`, `F350` and `f 350` become the same two words; `PU-3/4T-EC` becomes `pu 3 4 t ec`. Every source column opens
/// with the mark `^`, so that a rule can ask for a word at the beginning.
final class Tokens {
    static final String START = "^";

    private Tokens() {}

    /// The words of one text, without the opening mark.
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String plain = unaccented(text);
        int start = 0;
        while (start < plain.length()) {
            char c = plain.charAt(start);
            if (c == '^') {
                words.add(START);
                start++;
            } else if (isDigit(c) || isLetter(c)) {
                int end = start + 1;
                while (end < plain.length()
                        && (isDigit(c) ? isDigit(plain.charAt(end)) : isLetter(plain.charAt(end)))) {
                    end++;
                }
                words.add(singular(plain.substring(start, end)));
                start = end;
            } else {
                start++;
            }
        }
        return words;
    }

    /// The words of several texts, each part (also the parts between ` | `) opened by the mark.
    static List<String> ofColumns(String... texts) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank()) {
                words.addAll(of("^ " + text.replace('^', ' ').replace("|", " ^ ")));
            }
        }
        return words;
    }

    private static String unaccented(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        boolean ascii = lower.chars().allMatch(c -> c < 128);
        return ascii
                ? lower
                : Normalizer.normalize(
                                lower.replace("œ", "oe").replace("½", " 1/2 ").replace("¾", " 3/4 "),
                                Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
    }

    private static String singular(String word) {
        char last = word.charAt(word.length() - 1);
        return word.length() > 3 && (last == 's' || last == 'x') ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
