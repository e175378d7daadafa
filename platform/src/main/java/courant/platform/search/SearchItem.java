package courant.platform.search;

import java.util.List;

/// Something public that can be found.
///
/// @param kind one of [#KINDS]
/// @param address of its page
/// @param title as the page shows it
/// @param summary one sentence
/// @param text everything else that can be found in it
/// @param language it is written in
public record SearchItem(
        String kind, String address, String title, String summary, String text, SearchLanguage language) {
    public static final List<String> KINDS = List.of(
            "page",
            "chantier",
            "ressource",
            "actualite",
            "aide-financiere",
            "municipalite",
            "vehicule",
            "video",
            "evenement",
            "question");

    /// In French.
    public SearchItem(String kind, String address, String title, String summary, String text) {
        this(kind, address, title, summary, text, SearchLanguage.FRENCH);
    }
}
