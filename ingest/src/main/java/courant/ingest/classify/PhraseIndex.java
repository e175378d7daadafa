package courant.ingest.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/// Rules by the first real word of their phrases: finding all rules in a text costs about one look-up per word.
final class PhraseIndex<R> {
    private record Entry<R>(Phrase phrase, R rule) {}

    private final Map<String, List<Entry<R>>> byKeyWord = new HashMap<>();

    void add(Phrase phrase, R rule) {
        byKeyWord.computeIfAbsent(phrase.keyWord(), w -> new ArrayList<>()).add(new Entry<>(phrase, rule));
    }

    /// Gives every rule that occurs, with the position of its key word; in the order of the text, then of the table.
    void find(List<String> words, ObjIntConsumer<R> found) {
        for (int position = 0; position < words.size(); position++) {
            for (Entry<R> entry : byKeyWord.getOrDefault(words.get(position), List.of())) {
                if (entry.phrase().occursAt(words, position)) {
                    found.accept(entry.rule(), position);
                }
            }
        }
    }
}
