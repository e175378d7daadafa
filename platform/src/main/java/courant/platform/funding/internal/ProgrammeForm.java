package courant.platform.funding.internal;

import courant.engine.fact.Grade;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantObject;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.funding.StandingProgramme;
import courant.platform.web.Typed;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A programme as an editor types it: read into a programme, or refused field by field.
///
/// @param fields what stands in each field, by its name on the page
/// @param rows of the amounts, blank ones too
public record ProgrammeForm(Map<String, String> fields, List<Row> rows) {
    static final int MOST_ROWS = 60;
    private static final int SPARE_ROWS = 3;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 5_000;
    private static final int MOST_SOURCES = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final Set<GrantObject> VEHICLES =
            EnumSet.of(GrantObject.ELECTRIC_VEHICLE, GrantObject.PLUG_IN_HYBRID, GrantObject.USED_ELECTRIC_VEHICLE);
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
            "prix-max",
            "plafond-batiment",
            "cumul",
            "source",
            "date-source",
            "confiance",
            "note-fr",
            "note-en");
    private static final List<String> REQUIRED = List.of("nom-fr", "nom-en", "organisme", "source");
    /// Parts of the site's own addresses.
    private static final List<String> RESERVED = List.of("nouveau", "alerte");

    public static final List<String> GRADES = Arrays.stream(Grade.values())
            .filter(grade -> grade != Grade.MUNICIPAL)
            .map(Grade::id)
            .toList();

    /// @param object what it pays for, empty for a blank row
    /// @param rate percent
    /// @param most dollars
    public record Row(String object, String from, String to, String year, String rate, String most) {
        static final Row BLANK = new Row("", "1", "8", "", "", "");

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
                dollars(amount.maxCents()));
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
                    typed(parameters, "max-" + i)));
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
        return new Reader(id).read();
    }

    private final class Reader {
        private final Map<String, String> errors = new LinkedHashMap<>();
        private final String known;

        Reader(String known) {
            this.known = known;
        }

        Reading read() {
            String id = id();
            REQUIRED.stream().filter(name -> field(name).isEmpty()).forEach(name -> wrong(name, "required"));
            ProgrammeState state = choice("etat", ProgrammeState.values());
            Boolean eligible = eligible();
            LocalDate from = date("debut");
            LocalDate to = date("fin");
            if (from != null && to != null && to.isBefore(from)) {
                wrong("fin", "before");
            }
            if (state == ProgrammeState.CONFIRMED && !Boolean.TRUE.equals(eligible)) {
                wrong("admissible", "confirmed");
            }
            Long priceCap = cents("prix-max", field("prix-max"), true);
            Long buildingCap = cents("plafond-batiment", field("plafond-batiment"), true);
            Double stacking = field("cumul").isEmpty() ? null : share("cumul", field("cumul"));
            List<String> sources = sources();
            if (!field("date-source").matches("(\\d{4}(-\\d{2}(-\\d{2})?)?)?")) {
                wrong("date-source", "source-date");
            }
            Grade grade = choice("confiance", Grade.values());
            if (grade == Grade.MUNICIPAL) {
                wrong("confiance", "choice");
            }
            for (String note : List.of("note-fr", "note-en")) {
                if (field(note).length() > LONGEST_NOTE) {
                    wrong(note, "long");
                }
            }
            List<GrantAmount> amounts = amounts();
            if (!errors.isEmpty() || state == null || grade == null) {
                return new Reading(null, "", errors);
            }
            Programme programme = new Programme(
                    id,
                    field("nom-fr"),
                    field("nom-en"),
                    field("organisme"),
                    amounts,
                    priceCap,
                    buildingCap,
                    stacking,
                    from,
                    to,
                    state,
                    eligible,
                    ProgrammeStore.joined(sources),
                    field("date-source"),
                    grade,
                    field("note-fr"));
            return new Reading(programme, field("note-en"), Map.of());
        }

        private void wrong(String name, String why) {
            errors.putIfAbsent(name, "programme.error." + why);
        }

        private String id() {
            if (!known.isEmpty()) {
                return known;
            }
            String typed = field("identifiant").isEmpty() ? slug(field("nom-fr")) : field("identifiant");
            // Without a name there is nothing to make an identifier of yet: the name is asked for.
            boolean hasName =
                    !field("nom-fr").isEmpty() || !field("identifiant").isEmpty();
            if (hasName && (!typed.matches("[a-z0-9-]{3,60}") || RESERVED.contains(typed))) {
                wrong("identifiant", "id");
            }
            return typed;
        }

        private <E extends Enum<E>> @Nullable E choice(String name, E[] values) {
            Optional<E> chosen = Arrays.stream(values)
                    .filter(value -> value.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(field(name)))
                    .findFirst();
            if (chosen.isEmpty()) {
                wrong(name, "choice");
            }
            return chosen.orElse(null);
        }

        private @Nullable Boolean eligible() {
            return switch (field("admissible")) {
                case "oui" -> true;
                case "non" -> false;
                case "a-confirmer" -> null;
                default -> {
                    wrong("admissible", "choice");
                    yield null;
                }
            };
        }

        private @Nullable LocalDate date(String name) {
            if (field(name).isEmpty()) {
                return null;
            }
            Optional<LocalDate> date =
                    Typed.date(field(name)).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
            if (date.isEmpty()) {
                wrong(name, "date");
            }
            return date.orElse(null);
        }

        /// `12 500,50 $`, in cents.
        private @Nullable Long cents(String name, String typed, boolean mayBeEmpty) {
            Optional<BigDecimal> number = number(typed);
            if (number.isEmpty() || number.get().compareTo(new BigDecimal("1000000000")) > 0) {
                if (!typed.isEmpty() || !mayBeEmpty) {
                    wrong(name, "dollars");
                }
                return null;
            }
            return number.get().movePointRight(2).longValue();
        }

        private @Nullable Double share(String name, String typed) {
            Optional<BigDecimal> number = number(typed.replace("%", ""));
            if (number.isEmpty() || number.get().signum() == 0 || number.get().compareTo(BigDecimal.valueOf(100)) > 0) {
                wrong(name, "percent");
                return null;
            }
            return number.get().movePointLeft(2).doubleValue();
        }

        private static Optional<BigDecimal> number(String typed) {
            String digits = typed.replaceAll("[\\s\\u00a0\\u202f$]", "").replace(',', '.');
            return digits.matches("\\d{1,12}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
        }

        private List<String> sources() {
            List<String> sources = field("source")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (sources.stream().anyMatch(source -> !isAddress(source))) {
                wrong("source", "source");
            }
            if (sources.size() > MOST_SOURCES) {
                wrong("source", "sources");
            }
            return sources;
        }

        private static boolean isAddress(String source) {
            try {
                URI address = new URI(source);
                return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                        && address.getHost() != null
                        && address.getUserInfo() == null
                        && source.length() <= 600;
            } catch (URISyntaxException notAnAddress) {
                return false;
            }
        }

        private List<GrantAmount> amounts() {
            List<GrantAmount> amounts = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).isBlank()) {
                    amount(i + 1, rows.get(i)).ifPresent(amounts::add);
                }
            }
            return amounts;
        }

        private Optional<GrantAmount> amount(int number, Row row) {
            Optional<GrantObject> object = Arrays.stream(GrantObject.values())
                    .filter(known -> known.id().equals(row.object()))
                    .findFirst();
            if (object.isEmpty()) {
                wrong("objet-" + number, "object");
            }
            Optional<WeightClasses> classes = classes(number, row, object.isEmpty() || VEHICLES.contains(object.get()));
            boolean year = row.year().isEmpty() || row.year().matches("20\\d\\d");
            if (!year) {
                wrong("annee-" + number, "year");
            }
            Double rate = row.rate().isEmpty() ? Double.valueOf(1) : share("taux-" + number, row.rate());
            Long most = cents("max-" + number, row.most(), false);
            if (object.isEmpty() || classes.isEmpty() || !year || rate == null || most == null) {
                return Optional.empty();
            }
            return Optional.of(new GrantAmount(
                    object.get(),
                    classes.get().from(),
                    classes.get().to(),
                    row.year().isEmpty() ? null : Integer.valueOf(row.year()),
                    rate,
                    most));
        }

        private record WeightClasses(int from, int to) {
            static final WeightClasses ALL = new WeightClasses(1, 8);
        }

        /// A charger and a study have no weight class: what pays for them covers all.
        private Optional<WeightClasses> classes(int number, Row row, boolean isVehicle) {
            if (!isVehicle && row.from().isEmpty() && row.to().isEmpty()) {
                return Optional.of(WeightClasses.ALL);
            }
            if (!row.from().matches("[1-8]") || !row.to().matches("[1-8]")) {
                wrong("poids-min-" + number, isVehicle ? "weight" : "no-weight");
                return Optional.empty();
            }
            WeightClasses classes = new WeightClasses(Integer.parseInt(row.from()), Integer.parseInt(row.to()));
            if (classes.from() > classes.to() || !isVehicle && !classes.equals(WeightClasses.ALL)) {
                wrong("poids-min-" + number, isVehicle ? "weight" : "no-weight");
                return Optional.empty();
            }
            return Optional.of(classes);
        }
    }
}
