package courant.platform.web;

import java.util.List;
import java.util.stream.Stream;

/// An entry of a menu.
///
/// @param address path of the page
/// @param label key of its name in the message bundle
/// @param count a number beside the name, 0 for none
public record Menu(String address, String label, int count) {
    public static final List<Menu> WORKSTREAMS = Stream.of(
                    "mobilite",
                    "infrastructures",
                    "economies-locales",
                    "resilience-financiere",
                    "gestion-des-matieres-residuelles",
                    "biodiversite",
                    "sante-et-bien-etre",
                    "securite-publique",
                    "outils-d-urbanisme",
                    "energies")
            .map(slug -> new Menu("/chantiers/" + slug, "workstream." + slug))
            .toList();

    public static final List<Menu> TOP = List.of(
            new Menu("/chantiers", "menu.workstreams", WORKSTREAMS.size()),
            new Menu("/plateforme", "menu.platform"),
            new Menu("/s-engager", "menu.engage"));

    /// The whole menu, as the site the mission names orders it.
    public static final List<Menu> WHOLE = List.of(
            new Menu("/plateforme", "menu.platform"),
            new Menu("/declaration", "menu.declaration"),
            new Menu("/s-engager", "menu.engage"),
            new Menu("/chantiers", "menu.workstreams.plain"),
            new Menu("/municipalites", "menu.municipalities"),
            new Menu("/progres", "progress.title"),
            new Menu("/ressources", "resources.title"),
            new Menu("/videos", "menu.videos"),
            new Menu("/aide-financiere", "menu.funding"),
            new Menu("/regroupements", "menu.purchases"),
            new Menu("/actualites", "menu.news"),
            new Menu("/evenements", "menu.events"),
            new Menu("/comprendre", "menu.understand"),
            new Menu("/questions", "menu.questions"),
            new Menu("/essais", "menu.trials"),
            new Menu("/retours-d-experience", "menu.experience"),
            new Menu("/vehicules", "vehicles.title"),
            new Menu("/nous-joindre", "menu.contact"),
            new Menu("/a-propos", "menu.about"));

    public static final List<Menu> BOTTOM = List.of(
            new Menu("/a-propos", "menu.about"),
            new Menu("/nous-joindre", "menu.contact"),
            new Menu("/infolettre", "menu.newsletter"),
            new Menu("/donnees-ouvertes", "menu.open-data"),
            new Menu("/accessibilite", "menu.accessibility"),
            new Menu("/confidentialite", "menu.privacy"),
            new Menu("/plan-du-site", "menu.plan"));

    public static final Menu SEARCH = new Menu("/recherche", "search.title");

    public static final Menu ANALYSE = new Menu("/analyser", "nav.analyse");

    public static final Menu CONDITIONS = new Menu("/conditions", "menu.conditions");

    private Menu(String address, String label) {
        this(address, label, 0);
    }
}
