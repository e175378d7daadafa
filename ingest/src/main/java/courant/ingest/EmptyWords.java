package courant.ingest;

import java.util.Set;

/// The words people write where there is nothing: `N/A`, `s.o.`, `None`, `-`, and the errors of formulas.
final class EmptyWords {
    private static final Set<String> WORDS = Set.of(
            "none",
            "n/a",
            "na",
            "n.a.",
            "n/d",
            "nd",
            "n.d.",
            "s.o.",
            "s/o",
            "so",
            "s.o",
            "sans objet",
            "null",
            "nil",
            "nan",
            "-",
            "--",
            "---",
            "–",
            "—",
            "?",
            "??",
            "???",
            "aucun",
            "aucune",
            "inconnu",
            "inconnue",
            "unknown",
            "vide",
            "(vide)",
            "(blank)",
            "tbd",
            "à venir",
            "à déterminer",
            "x?",
            ".",
            "n/ap",
            "n.ap.",
            "#n/a",
            "#ref!",
            "#value!",
            "#valeur!",
            "#div/0!",
            "#nom?",
            "#name?",
            "#null!",
            "#nombre!",
            "#num!",
            "non disponible",
            "nd.");

    private EmptyWords() {}

    static boolean isEmpty(String text) {
        return text.isEmpty() || text.length() <= 14 && isWord(text);
    }

    /// Whether the cell is filled with a word that means nothing.
    static boolean isWord(String text) {
        return WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
    }
}
