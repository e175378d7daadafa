package courant.platform.editorial;

import java.util.List;
import java.util.Set;

/// A resource of one or more workstreams: a guide, a tool, a study …
///
/// @param slug last part of its address
/// @param title heading
/// @param summary one sentence
/// @param genre what it is
/// @param workstreams slugs of the chantiers it serves
/// @param sizes of municipalities it is for; empty for all
/// @param regions official numbers; empty for all
/// @param year it is of
/// @param organisation that made it
/// @param measured the figures it reports, in a line; empty when it reports none
/// @param trial whether those figures come from a try-out of vehicles
/// @param source where it was read
/// @param html body
/// @param language `fr` or `en`
public record ResourceCard(
        String slug,
        String title,
        String summary,
        String genre,
        List<String> workstreams,
        List<String> sizes,
        List<String> regions,
        String year,
        String organisation,
        String measured,
        boolean trial,
        Article.Source source,
        String html,
        String language) {
    public static final List<String> GENRES =
            List.of("guide", "outil", "modele", "etude", "programme", "exemple", "formation", "donnees");
    public static final List<String> SIZES = List.of("petite", "moyenne", "grande");
    private static final Set<String> ALL = Set.of("toutes");

    public ResourceCard {
        if (!GENRES.contains(genre)) {
            throw new IllegalArgumentException(
                    "%s: « %s » is no kind of resource; maybe one of %s.".formatted(slug, genre, GENRES));
        }
        sizes = sizes.stream().filter(size -> !ALL.contains(size)).toList();
        regions = regions.stream().filter(region -> !ALL.contains(region)).toList();
    }

    static ResourceCard of(TextFile file) {
        return new ResourceCard(
                file.required("slug"),
                file.required("titre"),
                file.required("resume"),
                file.required("genre"),
                file.list("chantiers"),
                file.list("tailles"),
                file.list("regions"),
                file.required("annee"),
                file.required("organisme"),
                file.optional("mesure"),
                file.optional("essai").equals("oui"),
                Article.Source.of(file),
                Markdown.html(file.body()),
                file.language());
    }

    public String address() {
        return "/ressources/" + slug;
    }

    public boolean isOfSize(String size) {
        return size.isEmpty() || sizes.isEmpty() || sizes.contains(size);
    }

    public boolean isOfRegion(String region) {
        return region.isEmpty() || regions.isEmpty() || regions.contains(region);
    }
}
