package courant.platform.editorial.internal;

import courant.platform.editorial.Entry.Event;
import courant.platform.editorial.Question;
import courant.platform.editorial.ResourceCard;
import courant.platform.editorial.TextKind;
import courant.platform.web.Menu;
import courant.platform.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of front matter as an editor fills it in.
///
/// @param name of the line
/// @param entry how it is filled in
/// @param required whether the page needs it
/// @param choices what it may hold, where the choice is closed
/// @param words key before a choice, whose name it begins
/// @param label key of its name after `text.field.`
public record TextField(String name, Entry entry, boolean required, List<String> choices, String words, String label) {
    /// The ten chantiers, in their order.
    static final List<String> WORKSTREAMS = Menu.WORKSTREAMS.stream()
            .map(entry -> entry.address().substring("/chantiers/".length()))
            .toList();

    private static final List<TextField> SOURCE = List.of(
            of("source-titre", Entry.LINE).needed(),
            of("source-organisme", Entry.LINE).needed(),
            of("source-date", Entry.LINE),
            of("source-url", Entry.ADDRESS),
            of("source-langue", Entry.CHOICE).among("text.language", List.of("fr", "en")));

    /// How a field is filled in.
    public enum Entry {
        LINE,
        DATE,
        MOMENT,
        NUMBER,
        ADDRESS,
        PICTURE,
        TOOLS,
        REGIONS,
        CHOICE,
        CHOICES,
        FLAG
    }

    private static TextField of(String name, Entry entry) {
        return new TextField(name, entry, false, List.of(), "", name);
    }

    /// A field that no page asks for but that the text has.
    static TextField other(String name) {
        return of(name, Entry.LINE);
    }

    private TextField needed() {
        return new TextField(name, entry, true, choices, words, label);
    }

    private TextField among(String namedBy, List<String> these) {
        return new TextField(name, entry, required, these, namedBy, label);
    }

    private TextField called(String otherLabel) {
        return new TextField(name, entry, required, choices, words, otherLabel);
    }

    /// The fields of a kind of text, in the order they are asked for.
    static List<TextField> of(TextKind kind) {
        TextField title = of("titre", Entry.LINE).needed();
        TextField summary = of("resume", Entry.LINE).needed();
        TextField updated = of("mise-a-jour", Entry.DATE).needed();
        TextField date = of("date", Entry.DATE).needed();
        TextField workstreams = of("chantiers", Entry.CHOICES).among("workstream", WORKSTREAMS);
        TextField length = of("duree", Entry.NUMBER).needed();
        return switch (kind) {
            case PAGES -> List.of(title, summary, updated, of("version", Entry.LINE));
            case WORKSTREAMS ->
                List.of(of("numero", Entry.NUMBER).needed(), title, summary, of("modules", Entry.TOOLS));
            case NEWS ->
                and(
                        List.of(
                                date,
                                of("date-precision", Entry.CHOICE).among("text.precision", List.of("mois")),
                                title,
                                summary,
                                workstreams,
                                of("image", Entry.PICTURE)),
                        SOURCE);
            case RESOURCES ->
                and(
                        List.of(
                                title,
                                summary,
                                of("genre", Entry.CHOICE).needed().among("resource.genre", ResourceCard.GENRES),
                                of("mesure", Entry.LINE),
                                of("essai", Entry.FLAG),
                                workstreams,
                                of("tailles", Entry.CHOICES).among("resource.size", ResourceCard.SIZES),
                                of("regions", Entry.REGIONS),
                                of("annee", Entry.LINE).needed(),
                                of("organisme", Entry.LINE).needed()),
                        SOURCE);
            case VIDEOS -> List.of(title, summary, length, workstreams, updated);
            case EVENTS ->
                List.of(
                        title,
                        summary,
                        of("debut", Entry.MOMENT).needed(),
                        length.called("duree-minutes"),
                        of("lieu", Entry.LINE).needed(),
                        of("public", Entry.CHOICES).among("events.audience", Event.AUDIENCES),
                        workstreams,
                        of("organisateur", Entry.LINE).needed(),
                        of("inscription", Entry.ADDRESS),
                        of("fictif", Entry.FLAG));
            case QUESTIONS ->
                List.of(
                        title,
                        summary,
                        of("theme", Entry.CHOICE).needed().among("questions.topic", Question.TOPICS),
                        workstreams,
                        of("source-titre", Entry.LINE).needed(),
                        of("source-url", Entry.ADDRESS).needed(),
                        date,
                        of("a-confirmer", Entry.FLAG));
        };
    }

    private static List<TextField> and(List<TextField> first, List<TextField> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /// Its id on the page and its name in the request.
    public String id() {
        return "champ-" + name;
    }

    public String say(Page page) {
        String key = "text.field." + label;
        return page.words().knows(key) ? page.say(key) : name;
    }

    public String say(Page page, String choice) {
        String key = words + "." + choice;
        return page.words().knows(key) ? page.say(key) : choice;
    }

    /// A value with the names of its choices, where it holds some.
    String sayAll(Page page, String value) {
        return choices.isEmpty()
                ? value
                : chosen(value).stream().map(choice -> say(page, choice)).collect(Collectors.joining(", "));
    }

    /// What a value names, one by one.
    public static List<String> chosen(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// The choices, and after them what the text names beyond, so that nothing vanishes unseen.
    public List<String> offered(String value) {
        List<String> beyond = chosen(value).stream()
                .filter(word -> !choices.contains(word) && !isAll(word))
                .toList();
        return Stream.concat(choices.stream(), beyond.stream()).distinct().toList();
    }

    /// Whether a word stands for every choice.
    static boolean isAll(String word) {
        return word.equals("tous") || word.equals("toutes");
    }
}
