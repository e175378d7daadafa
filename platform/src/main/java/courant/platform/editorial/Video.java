package courant.platform.editorial;

import java.time.LocalDate;
import java.util.List;

/// A video kept here, with its captions; its transcript is the body. Without both it is not published.
///
/// @param slug last part of its address, and name of its files
/// @param title heading
/// @param summary one sentence
/// @param seconds it lasts
/// @param workstreams slugs of the chantiers it belongs to
/// @param updated day of its last change
/// @param html transcript
/// @param language `fr` or `en`
public record Video(
        String slug,
        String title,
        String summary,
        int seconds,
        List<String> workstreams,
        LocalDate updated,
        String html,
        String language) {
    static Video of(TextFile file) {
        if (file.body().isBlank()) {
            throw new IllegalArgumentException(
                    "%s has no transcript: a video is published with one.".formatted(file.name()));
        }
        return new Video(
                file.required("slug"),
                file.required("titre"),
                file.required("resume"),
                Integer.parseInt(file.required("duree")),
                file.list("chantiers"),
                LocalDate.parse(file.required("mise-a-jour")),
                Markdown.html(file.body()),
                file.language());
    }

    public String address() {
        return "/videos/" + slug;
    }

    /// `1 min 05 s`.
    public String duration() {
        return seconds < 60
                ? seconds + "\u00a0s"
                : "%d\u00a0min\u00a0%02d\u00a0s".formatted(seconds / 60, seconds % 60);
    }
}
