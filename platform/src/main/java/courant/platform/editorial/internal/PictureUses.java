package courant.platform.editorial.internal;

import courant.platform.editorial.CitedPictures;
import courant.platform.editorial.PictureSource;
import courant.platform.editorial.PictureSource.Writing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Where the pictures of the media library are shown, or will be when a draft is published.
@Component
public class PictureUses {
    private final List<PictureSource> sources;

    PictureUses(List<PictureSource> sources) {
        this.sources = sources;
    }

    /// @param title of what shows it
    /// @param editing where it is written
    public record Use(String title, String editing) {}

    /// By number of the picture; a text is named once, whether it is published, drafted or both.
    Map<Long, List<Use>> all() {
        Map<Long, List<Use>> all = new HashMap<>();
        for (PictureSource source : sources) {
            for (Writing writing : source.writings()) {
                CitedPictures.of(writing.words())
                        .forEach(id -> add(all.computeIfAbsent(id, none -> new ArrayList<>()), writing));
            }
        }
        return all;
    }

    private static void add(List<Use> uses, Writing writing) {
        if (uses.stream().noneMatch(use -> use.editing().equals(writing.editing()))) {
            uses.add(new Use(writing.title(), writing.editing()));
        }
    }

    List<Use> of(long id) {
        return all().getOrDefault(id, List.of());
    }
}
