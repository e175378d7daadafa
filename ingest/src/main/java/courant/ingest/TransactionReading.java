package courant.ingest;

import courant.engine.fleet.Fleet;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.ingest.classify.Classification;
import courant.ingest.classify.Description;
import courant.ingest.classify.VehicleClassifier;
import courant.ingest.sheet.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a file with one row per fuel purchase or trip into units with their yearly kilometres and litres.
///
/// Odometers are typed at the pump and often wrong. Only distances between two fills that are possible for the vehicle
/// are kept; the others are made up by its own distance per litre (or per row where no litres are known). The span of
/// the file's dates makes sums yearly.
final class TransactionReading {
    private static final Pattern FLEET_LABEL = Pattern.compile("^(\\d{3,6}) ?(\\d{2}) ?([A-Za-z].*)$");
    private static final double DAYS_A_YEAR = 365.25;
    /// No road vehicle drives farther between two fills, km.
    private static final double FARTHEST_KM = 2_400;
    /// A distance this many times the vehicle's own median is a typing error.
    private static final double TIMES_MEDIAN = 6;

    private static final int LONGEST_POSTING_DAYS = 60;

    private final Cells cells;
    private final Ledger ledger;
    private final IngestOptions options;
    private final Set<String> seen = new HashSet<>();

    TransactionReading(Cells cells, Ledger ledger, IngestOptions options) {
        this.cells = cells;
        this.ledger = ledger;
        this.options = options;
    }

    /// What is gathered of one vehicle.
    private static final class Vehicle {
        private final Row first;
        private final List<Double> distances = new ArrayList<>();
        private final List<Double> litres = new ArrayList<>();
        private final Map<String, Double> products = new HashMap<>();
        private final List<Reading> readings = new ArrayList<>();
        private final Map<String, Integer> descriptions = new LinkedHashMap<>();

        Vehicle(Row first) {
            this.first = first;
        }
    }

    private record Reading(LocalDate date, double km) {}

    Fleet read(List<RowSorter.UnitRow> rows) {
        boolean american = isAmerican(rows);
        Map<String, Vehicle> vehicles = new LinkedHashMap<>();
        LocalDate from = null;
        LocalDate to = null;
        int used = 0;
        for (RowSorter.UnitRow unitRow : rows) {
            Row row = unitRow.row();
            String id = cells.text(row, Field.UNIT);
            LocalDate date = date(row);
            if (id.isEmpty() || date == null) {
                ledger.refuseRow(row, "", "transaction-incomplete", row.number());
            } else if (!isFuel(row)) {
                ledger.drop(RepairKind.TRANSACTION_NOT_FUEL);
            } else if (!seen.add(key(row, id, date))) {
                ledger.drop(RepairKind.TRANSACTION_REPEATED);
            } else {
                Vehicle vehicle = vehicles.computeIfAbsent(id, i -> new Vehicle(row));
                take(vehicle, row, date, american);
                from = from == null || date.isBefore(from) ? date : from;
                to = to == null || date.isAfter(to) ? date : to;
                used++;
            }
        }
        for (int i = vehicles.size(); i < used; i++) {
            ledger.drop(RepairKind.TRANSACTIONS_SUMMED);
        }
        if (from == null || to == null) {
            return new Fleet(List.of());
        }
        double days = ChronoUnit.DAYS.between(from, to) + 1;
        ledger.note("note.transactions", used, vehicles.size(), from, to, Math.round(days));
        if (american) {
            ledger.note("note.american-units");
        }
        if (days < 300) {
            ledger.note("note.short-span", Math.round(days));
        }
        List<Unit> units = new ArrayList<>();
        vehicles.forEach((id, vehicle) -> units.add(unit(id, vehicle, days)));
        return new Fleet(units);
    }

    /// Whether most rows are in gallons while distances name no unit: then distances are miles.
    private boolean isAmerican(List<RowSorter.UnitRow> rows) {
        long gallons = rows.stream()
                .filter(r -> quantityUnit(r.row()) == Quantity.US_GALLON)
                .count();
        return gallons * 2 > rows.size();
    }

    private @Nullable Quantity quantityUnit(Row row) {
        Quantity own = Quantity.ofWord(cells.text(row, Field.QUANTITY_UNIT)).orElse(null);
        return own == null ? cells.headerUnit(Field.QUANTITY) : own;
    }

    /// The transaction's date; a date after its posting, or long before, gives way to the posted date.
    private @Nullable LocalDate date(Row row) {
        LocalDate done = cells.date(row, Field.TRANSACTION_DATE);
        LocalDate posted = cells.date(row, Field.POSTED_DATE);
        if (done == null || posted == null) {
            return done == null ? posted : done;
        }
        if (done.isAfter(posted) || done.isBefore(posted.minusDays(LONGEST_POSTING_DAYS))) {
            ledger.repair(RepairKind.DATE_FROM_POSTED);
            return posted;
        }
        return done;
    }

    private boolean isFuel(Row row) {
        String unit = Words.simple(cells.text(row, Field.QUANTITY_UNIT));
        if (!unit.isEmpty()
                && Quantity.ofWord(unit)
                        .map(q -> q.kind() != Quantity.Kind.VOLUME)
                        .orElse(true)) {
            return false;
        }
        String product = Words.simple(cells.text(row, Field.PRODUCT));
        return !product.matches(
                "(.* )?(non fuel|service|lavage|wash|car wash|huile|oil|lave glace|nourriture|food|merchandise|marchandise|def|pneu\\w*)( .*)?");
    }

    private String key(Row row, String id, LocalDate date) {
        NumberText quantity = cells.number(row, Field.QUANTITY);
        NumberText odometer = cells.number(row, Field.ODOMETER);
        boolean tellsApart = quantity != null || odometer != null;
        return id
                + '|'
                + date
                + '|'
                + (quantity == null ? "" : quantity.value())
                + '|'
                + (odometer == null ? "" : odometer.value())
                + (tellsApart ? "" : "|" + row.number());
    }

    private void take(Vehicle vehicle, Row row, LocalDate date, boolean american) {
        Quantity miles = american ? Quantity.MILE : null;
        NumberText quantity = cells.number(row, Field.QUANTITY);
        Double litres = null;
        if (quantity != null) {
            Quantity unit = quantity.unit() == null ? quantityUnit(row) : quantity.unit();
            litres = unit == null || unit.kind() == Quantity.Kind.VOLUME
                    ? cells.converted(quantity.value(), unit)
                    : null;
        } else if (cells.has(Field.LITRES_PER_YEAR)) {
            litres = cells.quantity(row, Field.LITRES_PER_YEAR, null);
        }
        Double distance = distance(row, Field.KM_PER_YEAR, miles);
        Double odometer = distance(row, Field.ODOMETER, miles);
        Double adjusted = distance(row, Field.ODOMETER_ADJUSTED, miles);
        Double reading = adjusted == null || adjusted == 0 ? odometer : adjusted;
        Double previous = distance(row, Field.ODOMETER_PREVIOUS, miles);
        if (distance == null && reading != null && previous != null && previous > 0) {
            distance = reading - previous;
        }
        vehicle.litres.add(litres == null ? Double.NaN : litres);
        vehicle.distances.add(distance == null ? Double.NaN : distance);
        if (reading != null && reading > 0) {
            vehicle.readings.add(new Reading(date, reading));
        }
        String fuel = cells.text(row, Field.FUEL);
        String product = fuel.isEmpty() ? cells.text(row, Field.PRODUCT) : fuel;
        if (!product.isEmpty()) {
            vehicle.products.merge(product, litres == null ? 1 : litres, Double::sum);
        }
        String description = cells.text(row, Field.DESCRIPTION);
        if (!description.isEmpty()) {
            vehicle.descriptions.merge(description, 1, Integer::sum);
        }
    }

    private @Nullable Double distance(Row row, Field field, @Nullable Quantity unit) {
        NumberText number = cells.number(row, field);
        if (number == null) {
            return null;
        }
        Quantity read = cells.unit(number, field, null);
        Quantity chosen = read == null ? unit : read;
        if (chosen != null && chosen.kind() != Quantity.Kind.DISTANCE) {
            return null;
        }
        return number.value() * (chosen == null ? 1 : chosen.ours());
    }

    private Unit unit(String id, Vehicle vehicle, double days) {
        double yearly = DAYS_A_YEAR / days;
        double litres = sum(vehicle.litres);
        Double km = yearlyKm(vehicle);
        String text = most(vehicle.descriptions);
        Row row = vehicle.first;
        Integer year = cells.has(Field.YEAR) ? cells.year(row) : null;
        Matcher label = FLEET_LABEL.matcher(text);
        if (label.matches()) {
            int lastYear = options.today().getYear() + 2;
            year = year == null ? Integer.valueOf(DateText.fullYear(Integer.parseInt(label.group(2)), lastYear)) : year;
            text = label.group(3);
        }
        String make = cells.text(row, Field.MAKE);
        String model = cells.text(row, Field.MODEL);
        Classification found = VehicleClassifier.bundled()
                .classify(new Description(
                        make,
                        model,
                        text,
                        cells.text(row, Field.CLASS),
                        id,
                        year,
                        null,
                        mostLitres(vehicle.products),
                        cells.text(row, Field.VIN)));
        return new Unit(
                id,
                found.vehicleClass(),
                make,
                model.isEmpty() ? text : model,
                year,
                cells.text(row, Field.DEPARTMENT),
                cells.text(row, Field.DEPOT),
                found.fuel(),
                new Usage(
                        km == null ? null : Math.round(km * yearly * 10) / 10.0,
                        null,
                        odometer(vehicle),
                        litres > 0 ? Math.round(litres * yearly * 10) / 10.0 : null),
                null,
                null,
                row.number(),
                found.confidence(),
                null);
    }

    /// The distance of the whole span, km: possible distances as they are, the rest by distance per litre.
    private @Nullable Double yearlyKm(Vehicle vehicle) {
        List<Double> plausible = new ArrayList<>();
        for (double d : vehicle.distances.isEmpty() ? fromReadings(vehicle) : vehicle.distances) {
            if (d > 0 && d <= FARTHEST_KM) {
                plausible.add(d);
            }
        }
        if (plausible.isEmpty()) {
            return null;
        }
        Collections.sort(plausible);
        double median = plausible.get(plausible.size() / 2);
        double limit = Math.min(FARTHEST_KM, TIMES_MEDIAN * median);
        double km = 0;
        double litresBehind = 0;
        double litres = 0;
        int kept = 0;
        for (int i = 0; i < vehicle.distances.size(); i++) {
            double distance = vehicle.distances.get(i);
            double filled = vehicle.litres.get(i);
            litres += Double.isNaN(filled) ? 0 : filled;
            if (distance >= 0 && distance <= limit) {
                km += distance;
                litresBehind += Double.isNaN(filled) ? 0 : filled;
                kept++;
            } else {
                ledger.repair(RepairKind.DISTANCE_ABSURD);
            }
        }
        if (litresBehind > 0) {
            return km * litres / litresBehind;
        }
        return kept == 0 ? null : km * vehicle.distances.size() / kept;
    }

    /// Distances between consecutive odometer readings, when the file gives readings only.
    private static List<Double> fromReadings(Vehicle vehicle) {
        List<Reading> ordered = new ArrayList<>(vehicle.readings);
        ordered.sort(java.util.Comparator.comparing(Reading::date).thenComparing(Reading::km));
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            distances.add(ordered.get(i).km() - ordered.get(i - 1).km());
        }
        return distances;
    }

    /// The median of the last five readings: one wrong reading does not move it far.
    private static @Nullable Double odometer(Vehicle vehicle) {
        List<Reading> ordered = new ArrayList<>(vehicle.readings);
        ordered.sort(java.util.Comparator.comparing(Reading::date));
        List<Double> last = ordered.subList(Math.max(0, ordered.size() - 5), ordered.size()).stream()
                .map(Reading::km)
                .sorted()
                .toList();
        return last.isEmpty() ? null : Math.round(last.get(last.size() / 2) * 10) / 10.0;
    }

    private static double sum(Collection<Double> values) {
        return values.stream()
                .filter(v -> !Double.isNaN(v))
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static String most(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? ""
                : Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private static String mostLitres(Map<String, Double> litres) {
        return litres.isEmpty()
                ? ""
                : Collections.max(litres.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }
}
