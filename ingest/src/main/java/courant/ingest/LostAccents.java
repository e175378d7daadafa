package courant.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Headers whose accents an export replaced by question marks: `Ann?e`, `No v?hicule`, `Co?t d?achat`.
///
/// A damaged word is restored when exactly one word of the table of fields fits it; French puts accents on a, c, e, i,
/// o and u.
final class LostAccents {
    private static final Pattern DAMAGED = Pattern.compile("[\\p{L}]*(?:[?\\uFFFD][\\p{L}]+)+");

    private final Map<Integer, Set<String>> wordsByLength = new HashMap<>();

    LostAccents(Set<String> words) {
        words.forEach(w ->
                wordsByLength.computeIfAbsent(w.length(), l -> new HashSet<>()).add(w));
    }

    /// The header with its damaged words restored, without accents; the header itself when it has none.
    String restore(String header) {
        if (header.indexOf('?') < 0 && header.indexOf('\uFFFD') < 0) {
            return header;
        }
        return DAMAGED.matcher(header).replaceAll(m -> Matcher.quoteReplacement(word(m.group())));
    }

    private String word(String damaged) {
        String plain = Words.plain(damaged);
        Pattern shape = Pattern.compile(plain.replaceAll("[?\\uFFFD]", "[aceiou]"));
        Set<String> fitting = new HashSet<>();
        for (String word : wordsByLength.getOrDefault(plain.length(), Set.of())) {
            if (shape.matcher(word).matches()) {
                fitting.add(word);
            }
        }
        return fitting.size() == 1 ? fitting.iterator().next() : damaged.replaceAll("[?\\uFFFD]", "'");
    }
}
