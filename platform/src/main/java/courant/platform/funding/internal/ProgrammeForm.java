package courant.platform.funding.internal;

import courant.engine.fact.Grade;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantUnit;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.funding.StandingProgramme;
import courant.platform.web.Typed;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A programme as an editor types it: read into a programme, or refused field by field.
///
/// @param fields what stands in each field, by its name on the page
/// @param rows of the amounts, blank ones too
public record ProgrammeForm(Map<String, String> fields, List<Row> rows) {
    static final int MOST_ROWS = 60;
    private static final int SPARE_ROWS = 3;
    private static final int LONGEST_NAME = 200;
    private static final List<String> ON_ONE_LINE = List.of("nom-fr", "nom-en", "organisme");
    private static final List<String> NAMES = List.of(
            "identifiant",
            "nom-fr",
            "nom-en",
            "organisme",
            "etat",
            "admissible",
            "debut",
            "fin",
            "fin-origine",
            "prix-max",
            "plafond-batiment",
            "cumul",
            "source",
            "date-source",
            "confiance",
            "note-fr",
            "note-en");

    public static final List<String> GRADES = Arrays.stream(Grade.values())
            .filter(grade -> grade != Grade.MUNICIPAL)
            .map(Grade::id)
            .toList();

    /// Where the last day comes from: the source, or us.
    public static final List<String> ENDS = List.of("lue", "supposee");

    public static final List<String> UNITS =
            Arrays.stream(GrantUnit.values()).map(GrantUnit::id).toList();

    /// @param object what it pays for, empty for a blank row
    /// @param rate percent
    /// @param most dollars
    /// @param per what that is for one of, empty when the source does not say
    public record Row(String object, String from, String to, String year, String rate, String most, String per) {
        static final Row BLANK = new Row("", "1", "8", "", "", "", "");

        boolean isBlank() {
            return object.isEmpty() && rate.isEmpty() && most.isEmpty();
        }
    }

    /// @param programme null when something is wrong
    /// @param errors keys of the message bundle by field, in the order of the page
    record Reading(@Nullable Programme programme, String noteEn, Map<String, String> errors) {}

    static ProgrammeForm empty() {
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach(name -> fields.put(name, ""));
        fields.put("etat", ProgrammeState.TO_CONFIRM.id());
        fields.put("admissible", "a-confirmer");
        fields.put("confiance", Grade.BELIEF.id());
        fields.put("fin-origine", "lue");
        return new ProgrammeForm(fields, spare(List.of()));
    }

    private static List<Row> spare(List<Row> filled) {
        List<Row> rows = new ArrayList<>(filled);
        for (int i = 0; i < SPARE_ROWS && rows.size() < MOST_ROWS; i++) {
            rows.add(Row.BLANK);
        }
        return List.copyOf(rows);
    }

    static ProgrammeForm of(StandingProgramme standing) {
        Programme programme = standing.programme();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("identifiant", programme.id());
        fields.put("nom-fr", programme.nameFr());
        fields.put("nom-en", programme.nameEn());
        fields.put("organisme", programme.funder());
        fields.put("etat", programme.state().id());
        fields.put("admissible", ProgrammeFilter.eligibility(programme));
        fields.put("debut", text(programme.validFrom()));
        fields.put("fin", text(programme.validTo()));
        fields.put("fin-origine", programme.validToAssumed() ? "supposee" : "lue");
        fields.put("prix-max", dollars(programme.priceCapCents()));
        fields.put("plafond-batiment", dollars(programme.buildingYearCapCents()));
        fields.put("cumul", percent(programme.stackingShare()));
        fields.put("source", String.join("\n", ProgrammeStore.sources(programme)));
        fields.put("date-source", programme.sourceDate());
        fields.put("confiance", programme.grade().id());
        fields.put("note-fr", programme.note());
        fields.put("note-en", standing.noteEn());
        return new ProgrammeForm(
                fields,
                spare(programme.amounts().stream().map(ProgrammeForm::row).toList()));
    }

    private static Row row(GrantAmount amount) {
        return new Row(
                amount.object().id(),
                String.valueOf(amount.gvwrMin()),
                String.valueOf(amount.gvwrMax()),
                text(amount.year()),
                percent(amount.rate()),
                dollars(amount.maxCents()),
                amount.per() == null ? "" : amount.per().id());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String dollars(@Nullable Long cents) {
        return cents == null ? "" : plain(BigDecimal.valueOf(cents, 2));
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : plain(BigDecimal.valueOf(share).movePointRight(2));
    }

    /// As a French form writes it: `12,5`.
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static ProgrammeForm read(Map<String, String> parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            fields.put(name, field(name, parameters.getOrDefault(name, "")));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= MOST_ROWS && parameters.containsKey("objet-" + i); i++) {
            rows.add(new Row(
                    typed(parameters, "objet-" + i),
                    typed(parameters, "poids-min-" + i),
                    typed(parameters, "poids-max-" + i),
                    typed(parameters, "annee-" + i),
                    typed(parameters, "taux-" + i),
                    typed(parameters, "max-" + i),
                    typed(parameters, "par-" + i)));
        }
        return new ProgrammeForm(fields, List.copyOf(rows));
    }

    private static String field(String name, String typed) {
        if (ON_ONE_LINE.contains(name)) {
            return Typed.line(typed, LONGEST_NAME);
        }
        // Notes and sources have lines of their own; other control characters are slips of the clipboard.
        return typed.replaceAll("[\\p{Cc}&&[^\\r\\n]]", " ").strip();
    }

    private static String typed(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    ProgrammeForm withMoreRows() {
        return new ProgrammeForm(fields, spare(rows));
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// What differs between two versions: names of fields, `montants` for the rows, `retrait` for the withdrawal.
    static List<String> changed(StandingProgramme before, StandingProgramme now) {
        ProgrammeForm old = of(before);
        ProgrammeForm recent = of(now);
        List<String> changed = new ArrayList<>(NAMES.stream()
                .filter(name -> !old.field(name).equals(recent.field(name)))
                .toList());
        if (!old.rows().equals(recent.rows())) {
            changed.add("montants");
        }
        if (before.withdrawn() != now.withdrawn()) {
            changed.add("retrait");
        }
        return List.copyOf(changed);
    }

    /// The address of a programme after its name: `roulez-vert-vehicule-electrique`.
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(60, plain.length())).replaceAll("-$", "");
    }

    /// @param id of the programme that is corrected, empty for a new one
    Reading read(String id) {
        return new ProgrammeReader(this, id).read();
    }
}
