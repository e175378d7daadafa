package courant.platform.editorial.internal;

import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/// A text as an editor fills it in: a field for each line of front matter, and the body.
///
/// @param kind of text
/// @param fields front matter, in the order its kind asks for
/// @param body Markdown
public record TextForm(TextKind kind, SequencedMap<String, String> fields, String body) {
    /// What a translation does not take over from the French text.
    private static final Set<String> TRANSLATED = Set.of("titre", "resume", "mesure", "lieu");

    static TextForm empty(TextKind kind) {
        return of(kind, Map.of(), "");
    }

    static TextForm of(TextKind kind, TextFile file) {
        return of(kind, file.fields(), file.body());
    }

    private static TextForm of(TextKind kind, Map<String, String> values, String body) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        TextField.of(kind).forEach(field -> fields.put(field.name(), values.getOrDefault(field.name(), "")));
        values.forEach((field, value) -> {
            if (!field.equals("slug")) {
                fields.putIfAbsent(field, value);
            }
        });
        return new TextForm(kind, fields, body.strip());
    }

    /// From the parameters of a request, those of the fields being named `champ-…`; boxes of one name make one
    /// line, and what is written beside a choice, in `autre-champ-…`, stands in its place.
    static TextForm read(TextKind kind, MultiValueMap<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, typed) -> {
            String other = Objects.requireNonNullElse(parameters.getFirst("autre-" + name), "");
            String value = other.isBlank()
                    ? String.join(
                            ", ", typed.stream().filter(one -> !one.isBlank()).toList())
                    : other;
            if (name.matches("champ-[a-z-]{2,20}") && !value.isBlank()) {
                values.put(
                        name.substring("champ-".length()),
                        value.replaceAll("\\s+", " ").strip());
            }
        });
        String body = parameters.getFirst("texte");
        return of(kind, values, body == null ? "" : body.replace("\r\n", "\n"));
    }

    /// How a translation of this text begins: with what is the same in both languages.
    TextForm forTranslation() {
        Map<String, String> common = new LinkedHashMap<>(fields);
        common.keySet().removeAll(TRANSLATED);
        return of(kind, common, "");
    }

    /// With a title, for a text that is begun.
    TextForm titled(String title) {
        Map<String, String> values = new LinkedHashMap<>(fields);
        values.put("titre", title);
        return of(kind, values, body);
    }

    /// The fields to fill in: those of its kind, then those only this text has.
    public List<TextField> asked() {
        List<TextField> known = TextField.of(kind);
        return fields.keySet().stream()
                .map(name -> known.stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> TextField.other(name)))
                .toList();
    }

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /// The id of the field in which the address of a picture stands, that of the body when it is none of the others.
    String citing(String picture) {
        return asked().stream()
                .filter(field -> value(field.name()).startsWith(picture + "/"))
                .findFirst()
                .map(TextField::id)
                .orElse("texte");
    }

    /// As an editor reads it: each field by its name, then the body.
    String readable(Page page) {
        StringBuilder readable = new StringBuilder();
        for (TextField field : asked()) {
            String value = value(field.name());
            if (!value.isBlank()) {
                readable.append(page.say("text.difference.field", field.say(page), field.sayAll(page, value)))
                        .append('\n');
            }
        }
        return readable.append('\n').append(body.strip()).append('\n').toString();
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
