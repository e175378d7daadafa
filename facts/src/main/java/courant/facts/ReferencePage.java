package courant.facts;

import courant.engine.catalogue.ElectricModel;
import courant.engine.fact.Fact;
import courant.engine.fleet.VehicleClass;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.Programme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The reference page of facts, grants and vehicles, generated from the tables.
public final class ReferencePage {
    private final PageWords words;
    private final StringBuilder page = new StringBuilder();

    private ReferencePage(Locale language) {
        words = new PageWords(language);
    }

    /// Writes `faits.md` and `facts.md` into a folder.
    ///
    /// @param args the folder, usually `docs/reference`
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (Map.Entry<String, String> entry : pages().entrySet()) {
            Files.writeString(folder.resolve(entry.getKey()), entry.getValue());
        }
    }

    /// The pages by file name.
    static Map<String, String> pages() {
        return new TreeMap<>(Map.of(
                "faits.md",
                new ReferencePage(Locale.FRENCH).text(),
                "facts.md",
                new ReferencePage(Locale.ENGLISH).text()));
    }

    private String text() {
        page.append("# ").append(words.word("title")).append("\n\n");
        page.append(words.word("intro")).append("\n\n");
        FactTables.THEMES.forEach(this::theme);
        grants();
        vehicles();
        section("missing");
        page.append(words.word("missing.text")).append('\n');
        return page.toString();
    }

    private void theme(String theme) {
        section("theme." + theme);
        header("id", "value", "unit", "validity", "source", "grade", "note");
        for (Fact fact : FactTables.theme(theme)) {
            row(List.of(
                    "`" + fact.id() + "`",
                    words.number(fact.value()),
                    words.unit(fact.unit()),
                    validity(fact.validFrom(), fact.validTo()),
                    words.source(fact.source(), fact.sourceDate()),
                    words.grade(fact.grade()),
                    words.note(fact.note())));
        }
        page.append('\n');
    }

    private void grants() {
        section("grants");
        page.append(words.word("grants.text")).append("\n\n");
        header("programme", "funder", "amounts", "validity", "state", "source", "grade", "note");
        for (Programme programme : FactTables.incentives().programmes()) {
            row(List.of(
                    words.isFrench() ? programme.nameFr() : programme.nameEn(),
                    programme.funder(),
                    programme.amounts().stream().map(this::amount).collect(Collectors.joining("; ")),
                    validity(programme.validFrom(), programme.validTo())
                            + (programme.validToAssumed() ? " (" + words.word("assumed") + ")" : ""),
                    words.state(programme.state()),
                    words.source(programme.source(), programme.sourceDate()),
                    words.grade(programme.grade()),
                    words.note(programme.note())));
        }
        page.append('\n');
    }

    private String amount(GrantAmount amount) {
        String classes = amount.gvwrMin() == amount.gvwrMax()
                ? "%d".formatted(amount.gvwrMin())
                : "%d–%d".formatted(amount.gvwrMin(), amount.gvwrMax());
        String share = amount.rate() == 1 ? "" : words.number(amount.rate()) + " ≤ ";
        String year = amount.year() == null ? "" : " " + amount.year();
        String per = amount.per() == null
                ? ""
                : " " + words.word("per." + amount.per().id());
        return "%s %s%s, %s%s%s"
                .formatted(
                        words.word("object." + amount.object().id()),
                        classes,
                        year,
                        share,
                        words.number(amount.maxCents() / 100.0),
                        per);
    }

    private void vehicles() {
        section("vehicles");
        page.append(words.word("vehicles.text")).append("\n\n");
        header(
                "model", "classes", "battery", "perKm", "perHour", "winter", "price", "orders", "source", "grade",
                "note");
        for (ElectricModel model : FactTables.catalogue().models()) {
            row(List.of(
                    model.displayName() + " `" + model.id() + "`",
                    model.classes().stream().map(VehicleClass::id).sorted().collect(Collectors.joining(" ")),
                    words.number(model.usableKwh()),
                    optional(model.kwhPerKm()),
                    optional(model.kwhPerHour()),
                    optional(model.winterKwhPerKm()),
                    words.number(model.priceCad()),
                    model.availableFrom() + "–" + (model.availableTo() == null ? "" : model.availableTo()),
                    words.source(words.isFrench() ? model.source() : english(model.source()), model.sourceDate()),
                    words.grade(model.grade()),
                    words.note(model.note())));
        }
        page.append('\n');
    }

    private String english(String source) {
        return source.equals("none") ? source : words.word("source.ratings");
    }

    private String optional(@Nullable Double value) {
        return value == null ? "" : words.number(value);
    }

    private static String validity(@Nullable Object from, @Nullable Object to) {
        if (from == null && to == null) {
            return "";
        }
        return (from == null ? "" : from) + " → " + (to == null ? "" : to);
    }

    private void section(String key) {
        page.append("## ").append(words.word(key)).append("\n\n");
    }

    private void header(String... columns) {
        row(List.of(columns).stream().map(c -> words.word("column." + c)).toList());
        row(List.of(columns).stream().map(c -> "---").toList());
    }

    private void row(List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
