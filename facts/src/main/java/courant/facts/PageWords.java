package courant.facts;

import courant.engine.fact.Grade;
import courant.engine.incentive.ProgrammeState;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The words and numbers of one language for the generated reference pages.
final class PageWords {
    private static final Map<String, String> FRENCH_UNITS = Map.of("d", "j");
    private static final Map<String, String> ENGLISH_UNITS = Map.ofEntries(
            Map.entry("mois", "month"),
            Map.entry("an", "year"),
            Map.entry("ans", "years"),
            Map.entry("hiver", "winter"),
            Map.entry("municipalités", "municipalities"),
            Map.entry("véhicules", "vehicles"),
            Map.entry("camions", "trucks"),
            Map.entry("passages", "passes"));

    private final ResourceBundle words;
    private final boolean french;
    private final DecimalFormat numbers;

    PageWords(Locale language) {
        words = ResourceBundle.getBundle(
                "courant.facts.pages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        french = language.getLanguage().equals("fr");
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(french ? ',' : '.');
        symbols.setGroupingSeparator(french ? '\u00a0' : ',');
        symbols.setMinusSign('−');
        numbers = new DecimalFormat("#,##0.######", symbols);
    }

    String word(String key) {
        return words.getString(key);
    }

    String number(double value) {
        return numbers.format(value);
    }

    String unit(String unit) {
        Map<String, String> own = french ? FRENCH_UNITS : ENGLISH_UNITS;
        return Arrays.stream(unit.split("/", -1))
                .map(part -> own.getOrDefault(part, part))
                .collect(Collectors.joining("/"));
    }

    String grade(Grade grade) {
        return word("grade." + grade.id());
    }

    String state(ProgrammeState state) {
        return word("state." + state.id());
    }

    /// A source as a cell: `none` in words, the separator of tables kept out.
    String source(String source, String date) {
        String cell = source.equals("none") ? word("source.none") : source.replace("|", "/");
        return date.isEmpty() ? cell : cell + " (" + date + ")";
    }

    /// Notes are written in French only.
    String note(String note) {
        return french ? note.replace("|", "/") : "";
    }

    boolean isFrench() {
        return french;
    }
}
