package courant.platform.editorial.internal;

import courant.platform.editorial.Article;
import courant.platform.editorial.Entry;
import courant.platform.editorial.Fault;
import courant.platform.editorial.PlainPage;
import courant.platform.editorial.Question;
import courant.platform.editorial.ResourceCard;
import courant.platform.editorial.TextFile;
import courant.platform.editorial.TextKind;
import courant.platform.editorial.TextLibrary;
import courant.platform.editorial.TextLibrary.TextKey;
import courant.platform.editorial.Video;
import courant.platform.editorial.Workstream;
import courant.platform.web.Page;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether a text can be shown: field by field, in words an editor understands; then by making its whole page.
@Component
class TextCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TextCheck.class);
    private static final int LONGEST_EVENT_MINUTES = 14 * 24 * 60;

    private final TemplateEngine templates;
    private final TextLibrary library;

    TextCheck(TemplateEngine templates, TextLibrary library) {
        this.templates = templates;
        this.library = library;
    }

    /// What is wrong, by the id of the field, a sentence a line; empty when the text can be published.
    Map<String, String> problems(TextKey key, TextForm form, Page page) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (TextField field : form.asked()) {
            String problem = problem(field, form.value(field.name()), page);
            if (!problem.isEmpty()) {
                problems.put(field.id(), problem);
            }
        }
        if (key.kind() == TextKind.VIDEOS && form.body().isBlank()) {
            problems.put("texte", page.say("text.error.transcript"));
        }
        String faults = Fault.all(form.body(), page);
        if (!faults.isEmpty()) {
            problems.put("texte", faults);
        }
        if (problems.isEmpty() && !canBeShown(key, form, page)) {
            problems.put("texte", page.say("text.wrong"));
        }
        return problems;
    }

    private static String problem(TextField field, String value, Page page) {
        String label = field.say(page);
        if (value.isBlank()) {
            return field.required() ? page.say("text.error.required", label) : "";
        }
        return switch (field.entry()) {
            case LINE -> "";
            case FLAG -> value.equals("oui") ? "" : page.say("text.error.flag", label);
            case DATE -> isDate(value) ? "" : page.say("text.error.date", label, value);
            case MOMENT -> isMoment(value) ? "" : page.say("text.error.moment", label, value);
            case NUMBER -> isNumber(field, value) ? "" : page.say("text.error.number", label, value);
            case ADDRESS -> value.matches("(https?:/)?/\\S+") ? "" : page.say("text.error.address", label, value);
            case PICTURE ->
                value.matches("/medias/\\d{1,18}/[a-z0-9-]+ \\| .+") ? "" : page.say("text.error.picture", label);
            case TOOLS -> unknown(page, "text.error.tools", label, value, tool -> isTool(page, tool), "");
            case REGIONS ->
                unknown(
                        page,
                        "text.error.regions",
                        label,
                        value,
                        region -> region.matches("\\d\\d") || TextField.isAll(region),
                        "");
            case CHOICE ->
                field.choices().contains(value) ? "" : page.say("text.error.choice", label, value, named(field, page));
            case CHOICES ->
                unknown(
                        page,
                        "text.error.choice",
                        label,
                        value,
                        word -> field.choices().contains(word)
                                || (!field.name().equals("chantiers") && TextField.isAll(word)),
                        named(field, page));
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }

    private static boolean isMoment(String value) {
        try {
            LocalDateTime.parse(value);
            return true;
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }

    private static boolean isNumber(TextField field, String value) {
        int most = field.name().equals("numero") ? TextField.WORKSTREAMS.size() : LONGEST_EVENT_MINUTES;
        return value.matches("\\d{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most;
    }

    private static boolean isTool(Page page, String address) {
        return address.startsWith("/") && page.words().knows("module." + address.substring(1));
    }

    private static String unknown(
            Page page, String key, String label, String value, Predicate<String> known, String all) {
        String unknown = TextField.chosen(value).stream()
                .filter(word -> !known.test(word))
                .collect(Collectors.joining(", "));
        return unknown.isEmpty() ? "" : page.say(key, label, unknown, all);
    }

    private static String named(TextField field, Page page) {
        return field.choices().stream().map(choice -> field.say(page, choice)).collect(Collectors.joining(", "));
    }

    private boolean canBeShown(TextKey key, TextForm form, Page page) {
        try {
            show(key.kind().read(TextFile.parse(key.slug(), form.source(key))), page);
            return true;
        } catch (RuntimeException wrong) {
            LOG.warn("{} cannot be shown", key, wrong);
            return false;
        }
    }

    private void show(Object text, Page page) {
        Locale locale = page.locale();
        switch (text) {
            case PlainPage plain -> show("page", Map.of("page", page, "text", plain));
            case Workstream workstream -> show("workstream", workstream(workstream, page));
            case Article article ->
                show("article", Map.of("page", page, "article", article, "similar", List.of(article)));
            case ResourceCard resource ->
                show(
                        "resource",
                        Map.of("page", page, "resource", resource, "workstreams", library.workstreams(locale)));
            case Video video -> show("video", Map.of("page", page, "video", video, "others", List.of(video)));
            case Entry.Event event -> show("event", Map.of("page", page, "event", event, "over", false));
            case Question question -> show("questions", questions(question, page));
            default -> throw new IllegalStateException(text.toString());
        }
    }

    private void show(String template, Map<String, Object> parameters) {
        templates.render("editorial/" + template + ".jte", parameters, new StringOutput());
    }

    private static Map<String, Object> workstream(Workstream workstream, Page page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("page", page);
        parameters.put("workstream", workstream);
        parameters.put("previous", workstream);
        parameters.put("next", workstream);
        List.of("news", "videos", "resources").forEach(list -> parameters.put(list, List.of()));
        parameters.put("total", 0);
        List.of("genre", "size", "region").forEach(filter -> parameters.put(filter, ""));
        return parameters;
    }

    private Map<String, Object> questions(Question question, Page page) {
        return Map.of(
                "page",
                page,
                "text",
                library.page("questions", page.locale()).orElseThrow(),
                "workstream",
                "",
                "topic",
                "",
                "shown",
                1,
                "total",
                1,
                "byTopic",
                Map.of(question.topic(), List.of(question)),
                "workstreams",
                Set.copyOf(question.workstreams()));
    }
}
