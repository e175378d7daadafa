package courant.platform.editorial;

import java.time.LocalDate;
import java.util.List;

/// A question that people ask, and its answer.
///
/// @param slug its anchor
/// @param title the question
/// @param topic one of [#TOPICS]
/// @param workstreams slugs of the chantiers it belongs to
/// @param answer HTML
/// @param source what the answer rests on
/// @param sourceAddress where to read it
/// @param date of the answer
/// @param unsure whether the answer is « à confirmer »
public record Question(
        String slug,
        String title,
        String topic,
        List<String> workstreams,
        String answer,
        String source,
        String sourceAddress,
        LocalDate date,
        boolean unsure) {
    public static final List<String> TOPICS =
            List.of("debuter", "conseil", "argent", "hiver", "recharge", "achats", "atelier");

    public Question {
        if (!TOPICS.contains(topic)) {
            throw new IllegalArgumentException(
                    "%s: « %s » is no topic of questions; maybe one of %s.".formatted(slug, topic, TOPICS));
        }
        if (!sourceAddress.matches("(https?:/)?/.+")) {
            throw new IllegalArgumentException("%s: « %s » is no address.".formatted(slug, sourceAddress));
        }
    }

    static Question of(TextFile file) {
        return new Question(
                file.required("slug"),
                file.required("titre"),
                file.required("theme"),
                file.list("chantiers"),
                Markdown.html(file.required("resume") + "\n\n" + file.body()),
                file.required("source-titre"),
                file.required("source-url"),
                LocalDate.parse(file.required("date")),
                file.optional("a-confirmer").equals("oui"));
    }
}
