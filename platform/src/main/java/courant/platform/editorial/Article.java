package courant.platform.editorial;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A dated piece of news.
///
/// @param slug last part of its address
/// @param date of what it tells; the first of the month when only the month is known
/// @param monthOnly whether only the month is known
/// @param title heading
/// @param summary one sentence
/// @param workstreams slugs of the chantiers it belongs to
/// @param source where it was read
/// @param image at its head, null for none
/// @param html body
/// @param language `fr` or `en`
public record Article(
        String slug,
        LocalDate date,
        boolean monthOnly,
        String title,
        String summary,
        List<String> workstreams,
        Source source,
        @Nullable Image image,
        String html,
        String language) {
    /// @param title of the source
    /// @param publisher who published it
    /// @param url its address, empty when not known
    /// @param language of the title, `fr` or `en`: a title is never translated
    public record Source(String title, String publisher, String url, String language) {
        static Source of(TextFile file) {
            String language = file.optional("source-langue");
            return new Source(
                    file.required("source-titre"),
                    file.required("source-organisme"),
                    file.optional("source-url"),
                    language.isEmpty() ? "fr" : language);
        }
    }

    /// @param address of a picture of the media library
    /// @param alternative what it shows
    public record Image(String address, String alternative) {
        private static final Pattern FORM = Pattern.compile("(/medias/\\d{1,18}/[a-z0-9-]+) \\| (.+)");

        static @Nullable Image of(String written) {
            if (written.isEmpty()) {
                return null;
            }
            Matcher form = FORM.matcher(written);
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "« %s » is no picture: maybe write /medias/12/name | what it shows.".formatted(written));
            }
            return new Image(form.group(1), form.group(2));
        }
    }

    static Article of(TextFile file) {
        return new Article(
                file.required("slug"),
                LocalDate.parse(file.required("date")),
                file.optional("date-precision").equals("mois"),
                file.required("titre"),
                file.required("resume"),
                file.list("chantiers"),
                Source.of(file),
                Image.of(file.optional("image")),
                Markdown.html(file.body()),
                file.language());
    }

    public String address() {
        return "/actualites/" + date.getYear() + "/" + slug;
    }

    /// How many workstreams it shares with another.
    long nearness(Article other) {
        return workstreams.stream().filter(other.workstreams()::contains).count();
    }
}
