package courant.platform.editorial;

import java.time.LocalDate;

/// A page of text.
///
/// @param slug its address, without the slash
/// @param title heading
/// @param summary one sentence
/// @param updated day of its last change of substance
/// @param html body
/// @param language `fr` or `en`
public record PlainPage(String slug, String title, String summary, LocalDate updated, String html, String language) {
    static PlainPage of(TextFile file) {
        return new PlainPage(
                file.required("slug"),
                file.required("titre"),
                file.required("resume"),
                LocalDate.parse(file.required("mise-a-jour")),
                Markdown.html(file.body()),
                file.language());
    }
}
