package courant.ingest.classify;

import java.util.ArrayList;
import java.util.List;

/// One or more runs of words that must all occur; `dump + plow` asks for both, in any order.
record Phrase(List<List<String>> runs) {
    Phrase {
        runs = runs.stream().map(List::copyOf).toList();
        if (runs.isEmpty()
                || runs.stream().anyMatch(List::isEmpty)
                || runs.getFirst().equals(List.of(Tokens.START))) {
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

    /// The first real word, after the mark of a beginning if the phrase asks for one.
    String keyWord() {
        return runs.getFirst().get(keyOffset());
    }

    private int keyOffset() {
        return runs.getFirst().getFirst().equals(Tokens.START) ? 1 : 0;
    }

    /// Number of words, a measure of how specific the phrase is.
    int length() {
        return runs.stream().mapToInt(List::size).sum();
    }

    /// Whether the phrase occurs with its key word at this position.
    boolean occursAt(List<String> words, int position) {
        if (!runOccursAt(runs.getFirst(), words, position - keyOffset())) {
            return false;
        }
        for (int i = 1; i < runs.size(); i++) {
            if (!occurs(runs.get(i), words)) {
                return false;
            }
        }
        return true;
    }

    private static boolean occurs(List<String> run, List<String> words) {
        for (int from = 0; from + run.size() <= words.size(); from++) {
            if (runOccursAt(run, words, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean runOccursAt(List<String> run, List<String> words, int from) {
        if (from < 0 || from + run.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < run.size(); i++) {
            if (!run.get(i).equals(words.get(from + i))) {
                return false;
            }
        }
        return true;
    }
}
