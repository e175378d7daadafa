package courant.platform.funding.internal;

import courant.engine.fact.Grade;
import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantObject;
import courant.engine.incentive.GrantUnit;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.web.Typed;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
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

/// Makes a programme of what stands in the form, or says what is wrong and where.
final class ProgrammeReader {
    private static final List<String> REQUIRED = List.of("nom-fr", "nom-en", "organisme", "source");

    /// Parts of the site's own addresses.
    private static final List<String> RESERVED = List.of("nouveau", "alerte");
    private static final int LONGEST_NOTE = 5_000;
    private static final int MOST_SOURCES = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final Set<GrantObject> VEHICLES =
            EnumSet.of(GrantObject.ELECTRIC_VEHICLE, GrantObject.PLUG_IN_HYBRID, GrantObject.USED_ELECTRIC_VEHICLE);

    private final Map<String, String> errors = new LinkedHashMap<>();
    private final ProgrammeForm form;
    private final String known;

    /// @param known id of the programme that is corrected, empty for a new one
    ProgrammeReader(ProgrammeForm form, String known) {
        this.form = form;
        this.known = known;
    }

    ProgrammeForm.Reading read() {
        String id = id();
        REQUIRED.stream().filter(name -> form.field(name).isEmpty()).forEach(name -> wrong(name, "required"));
        ProgrammeState state = choice("etat", ProgrammeState.values());
        Boolean eligible = eligible();
        LocalDate from = date("debut");
        LocalDate to = date("fin");
        if (from != null && to != null && to.isBefore(from)) {
            wrong("fin", "before");
        }
        boolean isAssumed = isEndAssumed();
        if (isAssumed && form.field("fin").isEmpty()) {
            wrong("fin", "no-assumed-day");
        }
        if (state == ProgrammeState.CONFIRMED && !Boolean.TRUE.equals(eligible)) {
            wrong("admissible", "confirmed");
        }
        Long priceCap = cents("prix-max", form.field("prix-max"), true);
        Long buildingCap = cents("plafond-batiment", form.field("plafond-batiment"), true);
        Double stacking = form.field("cumul").isEmpty() ? null : share("cumul", form.field("cumul"));
        List<String> sources = sources();
        if (!form.field("date-source").matches("(\\d{4}(-\\d{2}(-\\d{2})?)?)?")) {
            wrong("date-source", "source-date");
        }
        Grade grade = choice("confiance", Grade.values());
        if (grade == Grade.MUNICIPAL) {
            wrong("confiance", "choice");
        }
        for (String note : List.of("note-fr", "note-en")) {
            if (form.field(note).length() > LONGEST_NOTE) {
                wrong(note, "long");
            }
        }
        List<GrantAmount> amounts = amounts();
        if (!errors.isEmpty() || state == null || grade == null) {
            return new ProgrammeForm.Reading(null, "", errors);
        }
        Programme programme = new Programme(
                id,
                form.field("nom-fr"),
                form.field("nom-en"),
                form.field("organisme"),
                amounts,
                priceCap,
                buildingCap,
                stacking,
                from,
                to,
                isAssumed,
                state,
                eligible,
                ProgrammeStore.joined(sources),
                form.field("date-source"),
                grade,
                form.field("note-fr"));
        return new ProgrammeForm.Reading(programme, form.field("note-en"), Map.of());
    }

    private void wrong(String name, String why) {
        errors.putIfAbsent(name, "programme.error." + why);
    }

    private String id() {
        if (!known.isEmpty()) {
            return known;
        }
        String typed = form.field("identifiant").isEmpty()
                ? ProgrammeForm.slug(form.field("nom-fr"))
                : form.field("identifiant");
        // Without a name there is nothing to make an identifier of yet: the name is asked for.
        boolean hasName =
                !form.field("nom-fr").isEmpty() || !form.field("identifiant").isEmpty();
        if (hasName && (!typed.matches("[a-z0-9-]{3,60}") || RESERVED.contains(typed))) {
            wrong("identifiant", "id");
        }
        return typed;
    }

    /// A last day is read in the source unless the form says otherwise.
    private boolean isEndAssumed() {
        String origin = form.field("fin-origine");
        if (!origin.isEmpty() && !ProgrammeForm.ENDS.contains(origin)) {
            wrong("fin-origine", "choice");
        }
        return origin.equals("supposee");
    }

    private <E extends Enum<E>> @Nullable E choice(String name, E[] values) {
        Optional<E> chosen = Arrays.stream(values)
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(form.field(name)))
                .findFirst();
        if (chosen.isEmpty()) {
            wrong(name, "choice");
        }
        return chosen.orElse(null);
    }

    private @Nullable Boolean eligible() {
        return switch (form.field("admissible")) {
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
        if (form.field(name).isEmpty()) {
            return null;
        }
        Optional<LocalDate> date =
                Typed.date(form.field(name)).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
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
        List<String> sources = form.field("source")
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
        for (int i = 0; i < form.rows().size(); i++) {
            if (!form.rows().get(i).isBlank()) {
                amount(i + 1, form.rows().get(i)).ifPresent(amounts::add);
            }
        }
        return amounts;
    }

    private Optional<GrantAmount> amount(int number, ProgrammeForm.Row row) {
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
        if (!row.per().isEmpty() && !ProgrammeForm.UNITS.contains(row.per())) {
            wrong("par-" + number, "choice");
            return Optional.empty();
        }
        if (object.isEmpty() || classes.isEmpty() || !year || rate == null || most == null) {
            return Optional.empty();
        }
        return Optional.of(new GrantAmount(
                object.get(),
                classes.get().from(),
                classes.get().to(),
                row.year().isEmpty() ? null : Integer.valueOf(row.year()),
                rate,
                most,
                unit(row)));
    }

    private static @Nullable GrantUnit unit(ProgrammeForm.Row row) {
        return Arrays.stream(GrantUnit.values())
                .filter(known -> known.id().equals(row.per()))
                .findFirst()
                .orElse(null);
    }

    private record WeightClasses(int from, int to) {
        static final WeightClasses ALL = new WeightClasses(1, 8);
    }

    /// A charger and a study have no weight class: what pays for them covers all.
    private Optional<WeightClasses> classes(int number, ProgrammeForm.Row row, boolean isVehicle) {
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
