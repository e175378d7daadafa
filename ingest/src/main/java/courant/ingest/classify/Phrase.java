package courant.ingest.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One or more runs of words that must all occur; `dump + plow` asks for both, in any order.
record Phrase(List<List<String>> runs) {
    Phrase {
        runs = runs.stream().map(List::copyOf).toList();
        if (runs.isEmpty() || runs.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("""
                    A phrase without words: %s.
                    Maybe a table holds a stray ";" or "+".""".formatted(runs));
        }
    }

    /// The alternatives of a table cell, separated by `;`.
    static List<Phrase> alternatives(String cell) {
        List<Phrase> phrases = new ArrayList<>();
        for (String alternative : cell.split(";", -1)) {
            List<List<String>> runs = new ArrayList<>();
            for (String run : alternative.split("\\+", -1)) {
                runs.add(Tokens.of(run));
            }
            phrases.add(new Phrase(runs));
        }
        return phrases;
    }

    String firstWord() {
        return runs.getFirst().getFirst();
    }

    /// Number of words, a measure of how specific the phrase is.
    int length() {
        return runs.stream().mapToInt(List::size).sum();
    }

    /// Whether the phrase occurs with its first run beginning at this word.
    boolean occursAt(List<String> words, int position) {
        List<String> first = runs.getFirst();
        if (position + first.size() > words.size()
                || !words.subList(position, position + first.size()).equals(first)) {
            return false;
        }
        for (int i = 1; i < runs.size(); i++) {
            if (Collections.indexOfSubList(words, runs.get(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
