package courant.platform.search;

import courant.engine.fleet.VehicleClass;
import courant.engine.incentive.ProgrammeState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something public that can be found.
///
/// @param kind one of [#KINDS]
/// @param address of its page
/// @param title as the page shows it
/// @param summary one sentence
/// @param text everything else that can be found in it
/// @param language it is written in
/// @param state of a programme of financial aid on the day of the index, null for everything else
/// @param classes of a vehicle, found by whatever words name them; empty for everything else
public record SearchItem(
        String kind,
        String address,
        String title,
        String summary,
        String text,
        SearchLanguage language,
        @Nullable ProgrammeState state,
        Set<VehicleClass> classes) {
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

    /// What is neither a programme nor a vehicle.
    public SearchItem(String kind, String address, String title, String summary, String text, SearchLanguage language) {
        this(kind, address, title, summary, text, language, null, Set.of());
    }

    SearchItem inState(ProgrammeState state) {
        return new SearchItem(kind, address, title, summary, text, language, state, classes);
    }

    SearchItem ofClasses(Set<VehicleClass> classes) {
        return new SearchItem(kind, address, title, summary, text, language, state, classes);
    }
}
