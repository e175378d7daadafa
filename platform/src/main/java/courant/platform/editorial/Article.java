package courant.platform.editorial;

import java.time.LocalDate;
import java.util.List;

/// A dated piece of news.
///
/// @param slug last part of its address
/// @param date of what it tells; the first of the month when only the month is known
/// @param monthOnly whether only the month is known
/// @param title heading
/// @param summary one sentence
/// @param workstreams slugs of the chantiers it belongs to
/// @param source where it was read
/// @param html body
public record Article(
        String slug,
        LocalDate date,
        boolean monthOnly,
        String title,
        String summary,
        List<String> workstreams,
        Source source,
        String html) {
    /// @param title of the source
    /// @param publisher who published it
    /// @param url its address, empty when not known
    public record Source(String title, String publisher, String url) {}

    static Article of(TextFile file) {
        return new Article(
                file.required("slug"),
                LocalDate.parse(file.required("date")),
                file.optional("date-precision").equals("mois"),
                file.required("titre"),
                file.required("resume"),
                file.list("chantiers"),
                new Source(
                        file.required("source-titre"), file.required("source-organisme"), file.optional("source-url")),
                Markdown.html(file.body()));
    }

    public String address() {
        return "/actualites/" + date.getYear() + "/" + slug;
    }

    /// How many workstreams it shares with another.
    long nearness(Article other) {
        return workstreams.stream().filter(other.workstreams()::contains).count();
    }
}
