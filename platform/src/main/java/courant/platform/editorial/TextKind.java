package courant.platform.editorial;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of texts of the site, each with a folder of its own in `content`.
public enum TextKind {
    PAGES("pages", ""),
    WORKSTREAMS("chantiers", "/chantiers/"),
    NEWS("actualites", "/actualites/"),
    RESOURCES("ressources", "/ressources/"),
    VIDEOS("videos", "/videos/"),
    EVENTS("evenements", "/evenements/"),
    QUESTIONS("questions", "/questions#");

    private final String folder;
    private final String address;

    TextKind(String folder, String address) {
        this.folder = folder;
        this.address = address;
    }

    public String folder() {
        return folder;
    }

    public static Optional<TextKind> of(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder.equals(folder))
                .findFirst();
    }

    /// Reads a text as its page will, which is also how a text is checked before it is kept.
    ///
    /// @throws IllegalArgumentException when the page could not be shown
    public Object read(TextFile file) {
        return switch (this) {
            case PAGES -> PlainPage.of(file);
            case WORKSTREAMS -> Workstream.of(file);
            case NEWS -> Article.of(file);
            case RESOURCES -> ResourceCard.of(file);
            case VIDEOS -> Video.of(file);
            case EVENTS -> Entry.Event.of(file);
            case QUESTIONS -> Question.of(file);
        };
    }

    /// The address of a text of this kind.
    public String address(TextFile file) {
        return switch (this) {
            case PAGES -> "/" + file.required("slug");
            case NEWS -> address + file.required("date").substring(0, 4) + "/" + file.required("slug");
            case EVENTS -> address + file.required("debut").substring(0, 4) + "/" + file.required("slug");
            case WORKSTREAMS, RESOURCES, VIDEOS, QUESTIONS -> address + file.required("slug");
        };
    }
}
