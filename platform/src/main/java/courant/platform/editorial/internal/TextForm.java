package courant.platform.editorial.internal;

import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary.TextKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A text as an editor fills it in: a field for each line of front matter, and the body.
///
/// @param fields front matter, in the order its kind asks for
/// @param body Markdown
public record TextForm(SequencedMap<String, String> fields, String body) {
    private static final Map<TextKind, List<String>> FIELDS = Map.of(
            TextKind.PAGES, List.of("titre", "resume", "mise-a-jour"),
            TextKind.WORKSTREAMS, List.of("numero", "titre", "resume", "modules"),
            TextKind.NEWS,
                    List.of(
                            "date",
                            "titre",
                            "resume",
                            "chantiers",
                            "image",
                            "source-titre",
                            "source-organisme",
                            "source-date",
                            "source-url"),
            TextKind.RESOURCES,
                    List.of(
                            "titre",
                            "resume",
                            "genre",
                            "mesure",
                            "essai",
                            "chantiers",
                            "tailles",
                            "regions",
                            "annee",
                            "organisme",
                            "source-titre",
                            "source-organisme",
                            "source-date",
                            "source-url"),
            TextKind.VIDEOS, List.of("titre", "resume", "duree", "chantiers", "mise-a-jour"),
            TextKind.EVENTS,
                    List.of(
                            "titre",
                            "resume",
                            "debut",
                            "duree",
                            "lieu",
                            "public",
                            "chantiers",
                            "organisateur",
                            "inscription",
                            "fictif"),
            TextKind.QUESTIONS,
                    List.of(
                            "titre",
                            "resume",
                            "theme",
                            "chantiers",
                            "source-titre",
                            "source-url",
                            "date",
                            "a-confirmer"));

    static TextForm empty(TextKind kind) {
        return of(kind, Map.of(), "");
    }

    static TextForm of(TextKind kind, TextFile file) {
        return of(kind, file.fields(), file.body());
    }

    private static TextForm of(TextKind kind, Map<String, String> values, String body) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        FIELDS.getOrDefault(kind, List.of()).forEach(field -> fields.put(field, values.getOrDefault(field, "")));
        values.forEach((field, value) -> {
            if (!field.equals("slug")) {
                fields.putIfAbsent(field, value);
            }
        });
        return new TextForm(fields, body.strip());
    }

    /// From the parameters of a request, those of the fields being named `champ-…`.
    static TextForm read(TextKind kind, Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.matches("champ-[a-z-]{2,20}") && !value.isBlank()) {
                values.put(
                        name.substring("champ-".length()),
                        value.replaceAll("\\s+", " ").strip());
            }
        });
        return of(kind, values, parameters.getOrDefault("texte", "").replace("\r\n", "\n"));
    }

    /// As it is kept.
    String source(TextKey key) {
        StringBuilder source =
                new StringBuilder("---\nslug: ").append(key.slug()).append('\n');
        fields.forEach((field, value) -> {
            if (!value.isBlank()) {
                source.append(field).append(": ").append(value).append('\n');
            }
        });
        return source.append("---\n\n").append(body.strip()).append('\n').toString();
    }
}
