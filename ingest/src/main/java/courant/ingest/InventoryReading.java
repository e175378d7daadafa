package courant.ingest;

import courant.engine.fleet.Fuel;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.engine.fleet.VehicleClass;
import courant.ingest.RowSorter.UnitRow;
import courant.ingest.classify.Classification;
import courant.ingest.classify.Description;
import courant.ingest.classify.VehicleClassifier;
import courant.ingest.sheet.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the rows of an inventory into units, one row one unit.
final class InventoryReading {
    /// A status that says the unit has left the fleet.
    private static final Pattern GONE = Pattern.compile(
            "\\b(vendue?s?|rancart|rebut|ferraille|aliene|cedee?|detruite?|perte totale|encan|sold|scrap\\w*|disposed|auction\\w*)\\b");

    private final Cells cells;
    private final Ledger ledger;
    private final VehicleClassifier classifier = VehicleClassifier.bundled();
    private final boolean ours;
    private final Map<String, Row> seen;
    private final Duplicates duplicates;

    /// @param ours whether the sheet is our own `inventory.csv`, whose classes are stated and not guessed
    /// @param duplicates what becomes of a row whose number another row has
    /// @param seen rows by unit number of the tables read before, to which this one adds its own
    InventoryReading(Cells cells, Ledger ledger, boolean ours, Duplicates duplicates, Map<String, Row> seen) {
        this.cells = cells;
        this.ledger = ledger;
        this.ours = ours;
        this.seen = seen;
        this.duplicates = duplicates;
    }

    List<Unit> read(List<UnitRow> rows) {
        List<Unit> units = new ArrayList<>();
        for (UnitRow unitRow : rows) {
            Row row = unitRow.row();
            String status = cells.text(row, Field.STATUS);
            if (GONE.matcher(Words.simple(status)).find()) {
                ledger.refuseRow(row, ledger.header(Field.STATUS), "disposed", status);
                continue;
            }
            String id = id(row);
            String key = id.toLowerCase(Locale.ROOT);
            Row earlier = seen.putIfAbsent(key, row);
            String difference = earlier == null ? "" : cells.difference(earlier, row);
            if (earlier == null) {
                units.add(unit(id, unitRow));
            } else if (difference.isEmpty()) {
                ledger.drop(RepairKind.DUPLICATE_MERGED);
            } else if (duplicates == Duplicates.KEEP_BOTH) {
                units.add(unit(another(id), unitRow));
                ledger.repair(RepairKind.UNIT_RENUMBERED);
            } else {
                boolean last = duplicates == Duplicates.KEEP_LAST && replace(units, earlier, unit(id, unitRow));
                seen.put(key, last ? row : earlier);
                ledger.refuseDuplicate(id, last ? row : earlier, last ? earlier : row, difference);
            }
        }
        return units;
    }

    private String id(Row row) {
        String id = cells.text(row, Field.UNIT);
        if (!id.isEmpty()) {
            return id.matches("\\d+\\.0+") ? id.substring(0, id.indexOf('.')) : id;
        }
        ledger.repair(RepairKind.UNIT_NUMBER_MADE);
        return "L" + row.number();
    }

    /// The number with the first ending that no unit has: `1012-2`.
    private String another(String id) {
        int ending = 2;
        while (seen.containsKey((id + "-" + ending).toLowerCase(Locale.ROOT))) {
            ending++;
        }
        String other = id + "-" + ending;
        seen.put(other.toLowerCase(Locale.ROOT), Row.ofText(0));
        return other;
    }

    /// Puts the later unit in the place of the earlier one; false when that one is in another table.
    private static boolean replace(List<Unit> units, Row earlier, Unit later) {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).sourceRow() == earlier.number()) {
                units.set(i, later);
                return true;
            }
        }
        return false;
    }

    private Unit unit(String id, UnitRow unitRow) {
        Row row = unitRow.row();
        String make = cells.text(row, Field.MAKE);
        String model = cells.text(row, Field.MODEL);
        Integer year = cells.year(row);
        String both = cells.text(row, Field.MAKE_MODEL);
        if (!both.isEmpty()) {
            MakeAndModel split = MakeAndModel.of(both);
            make = make.isEmpty() ? split.make() : make;
            model = model.isEmpty() ? split.model() : model;
            year = year == null ? split.year() : year;
            ledger.repair(RepairKind.MAKE_SPLIT_FROM_MODEL);
        }
        String description = cells.text(row, Field.DESCRIPTION);
        if (!cells.has(Field.MAKE) && !cells.has(Field.MAKE_MODEL)) {
            make = classifier.makeWrittenIn(description).orElse("");
            if (!make.isEmpty()) {
                ledger.repair(RepairKind.MAKE_FROM_DESCRIPTION);
            }
        }
        if (!cells.has(Field.YEAR) && year == null) {
            year = cells.yearIn(description);
        }
        String department = cells.text(row, Field.DEPARTMENT);
        Usage usage = usage(row);
        Described described = describe(id, unitRow, make, model, year);
        LocalDate inService = cells.date(row, Field.IN_SERVICE);
        return new Unit(
                id,
                described.vehicleClass(),
                make,
                model,
                year,
                department.isEmpty() ? unitRow.sectionDepartment() : department,
                cells.text(row, Field.DEPOT),
                described.fuel(),
                usage,
                inService,
                cells.quantity(row, Field.PRICE_CAD, null),
                sourceRow(row),
                described.confidence(),
                lowUse(row));
    }

    private record Described(VehicleClass vehicleClass, double confidence, Fuel fuel) {}

    private Described describe(String id, UnitRow unitRow, String make, String model, @Nullable Integer year) {
        Row row = unitRow.row();
        String category = cells.text(row, Field.CLASS);
        String fuelText = cells.text(row, Field.FUEL);
        Optional<VehicleClass> stated = ours ? VehicleClass.ofId(category) : Optional.empty();
        Optional<Fuel> statedFuel = ours
                ? Arrays.stream(Fuel.values())
                        .filter(f -> f.id().equals(fuelText))
                        .findFirst()
                : Optional.empty();
        if (stated.isPresent()) {
            NumberText confidence = cells.number(row, Field.CONFIDENCE);
            double sure = confidence == null || confidence.value() > 1 ? 1 : confidence.value();
            return new Described(stated.get(), sure, statedFuel.orElse(Fuel.UNKNOWN));
        }
        Double gvwr = cells.quantity(row, Field.GVWR, null);
        String fullCategory = (category + " " + unitRow.sectionClass()).strip();
        Classification found = classifier.classify(new Description(
                make,
                model,
                cells.text(row, Field.DESCRIPTION),
                fullCategory,
                id,
                year,
                gvwr,
                fuelText,
                cells.text(row, Field.VIN)));
        return new Described(found.vehicleClass(), found.confidence(), statedFuel.orElse(found.fuel()));
    }

    private int sourceRow(Row row) {
        NumberText source = ours ? cells.number(row, Field.SOURCE_ROW) : null;
        return source == null ? row.number() : (int) source.value();
    }

    /// Distances and hours; a unit written in the cell, or in the column of units, decides which of the two it is.
    private Usage usage(Row row) {
        Quantity meter = Quantity.ofWord(cells.text(row, Field.METER_UNIT)).orElse(null);
        Double hours = cells.quantity(row, Field.HOURS_PER_YEAR, null);
        Double km = null;
        NumberText yearly = cells.number(row, Field.KM_PER_YEAR);
        if (yearly != null) {
            Quantity unit = cells.unit(yearly, Field.KM_PER_YEAR, meter);
            if (unit == Quantity.HOUR) {
                ledger.repair(RepairKind.HOURS_NOT_KM);
                hours = hours == null ? Double.valueOf(yearly.value()) : hours;
            } else if (unit == null || unit.kind() == Quantity.Kind.DISTANCE) {
                km = cells.converted(yearly.value(), unit);
            } else {
                cells.refuseUnit(row, Field.KM_PER_YEAR, unit);
            }
        }
        Double odometer = null;
        NumberText reading = cells.number(row, Field.ODOMETER);
        if (reading != null) {
            Quantity unit = cells.unit(reading, Field.ODOMETER, meter);
            if (unit == Quantity.HOUR) {
                ledger.repair(RepairKind.HOURS_NOT_KM);
            } else if (unit == null || unit.kind() == Quantity.Kind.DISTANCE) {
                odometer = cells.converted(reading.value(), unit);
            } else {
                cells.refuseUnit(row, Field.ODOMETER, unit);
            }
        }
        return new Usage(km, hours, odometer, cells.quantity(row, Field.LITRES_PER_YEAR, null));
    }

    private @Nullable Boolean lowUse(Row row) {
        String text = Words.simple(cells.text(row, Field.LOW_USE));
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches(
                "(not |non |pas )(under ?utili[sz]ed|sous utilise\\w*|low use)|non|no|n|faux|false|bien utilise\\w*|normal\\w*|eleve\\w*|high")) {
            return false;
        }
        return text.matches(
                        "under ?utili[sz]ed|sous utilise\\w*|low use|peu utilise\\w*|faible\\w*|oui|o|yes|y|x|vrai|true|low")
                ? Boolean.TRUE
                : null;
    }
}
