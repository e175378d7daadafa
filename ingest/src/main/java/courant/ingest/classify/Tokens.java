package courant.ingest.classify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words of a description, made comparable: lower case, no accents, digits apart from letters, plural `s` and `x`
/// dropped.
///
/// `F-350`, `F350` and `f 350` become the same two words; `PU-3/4T-EC` becomes `pu 3 4 t ec`. The mark `^` stands where
/// a source column begins, so that a rule can ask for a word at the beginning.
final class Tokens {
    static final String START = "^";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private Tokens() {}

    /// The words of one text; a `^` written in it stays as the mark.
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        addWords(words, text, '^');
        return words;
    }

    /// The words of several texts, each part (also the parts between ` | `) opened by the mark.
    static List<String> ofColumns(String... texts) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank()) {
                words.add(START);
                addWords(words, text, '|');
            }
        }
        return words;
    }

    private static void addWords(List<String> words, String text, char mark) {
        String plain = unaccented(text);
        int start = 0;
        while (start < plain.length()) {
            char c = plain.charAt(start);
            int end = start + 1;
            if (c == mark) {
                words.add(START);
            } else if (isDigit(c)) {
                while (end < plain.length() && isDigit(plain.charAt(end))) {
                    end++;
                }
                words.add(plain.substring(start, end));
            } else if (isLetter(c)) {
                while (end < plain.length() && isLetter(plain.charAt(end))) {
                    end++;
                }
                words.add(singular(plain.substring(start, end)));
            }
            start = end;
        }
    }

    private static String unaccented(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 128) {
                String spelt = lower.replace("œ", "oe").replace("½", " 1/2 ").replace("¾", " 3/4 ");
                return ACCENTS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFD))
                        .replaceAll("");
            }
        }
        return lower;
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
