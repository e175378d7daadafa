package courant.platform.editorial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Markdown file with its front matter, as `content/README.md` describes it.
///
/// @param name of the file, for messages
/// @param fields front matter, in the order of the file
/// @param body Markdown
public record TextFile(String name, Map<String, String> fields, String body) {
    private static final String FENCE = "---\n";
    private static final String LANGUAGE = "langue";

    public static TextFile parse(String name, String text) {
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("""
                    %s has no front matter between two lines `---`.
                    Maybe it was saved with Windows line ends.""".formatted(name));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : text.substring(FENCE.length(), end).split("\n")) {
            int colon = line.indexOf(": ");
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "%s: « %s » is no line `key: value` of front matter.".formatted(name, line));
            }
            fields.put(line.substring(0, colon), curly(line.substring(colon + 2).strip()));
        }
        return new TextFile(name, fields, curly(text.substring(end + 1 + FENCE.length())));
    }

    /// Texts are typed with the straight apostrophe and printed with the curly one.
    public static String curly(String text) {
        return text.replaceAll("(?<=\\p{L})'(?=\\p{L})", "’");
    }

    /// The same text, which says in which language it is written.
    TextFile in(String language) {
        Map<String, String> said = new LinkedHashMap<>(fields);
        said.put(LANGUAGE, language);
        return new TextFile(name, said, body);
    }

    /// `fr` or `en`; a text that does not say is in French.
    String language() {
        return fields.getOrDefault(LANGUAGE, "fr");
    }

    /// @throws IllegalArgumentException when the field is absent, which keeps the application from starting
    public String required(String field) {
        String value = fields.get(field);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("%s has no `%s` in its front matter.".formatted(name, field));
        }
        return value;
    }

    public String optional(String field) {
        return fields.getOrDefault(field, "");
    }

    public List<String> list(String field) {
        return Arrays.stream(optional(field).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
