package courant.ingest;

import courant.engine.fleet.Fleet;
import courant.engine.fleet.Unit;
import courant.engine.fleet.Usage;
import courant.ingest.sheet.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes `inventory.csv` and `refused.csv` as the data dictionary states them; `Ingest` reads the first back.
///
/// Files appear whole or not at all. A cell that a spreadsheet would run as a formula is guarded by an apostrophe.
public final class InventoryFile {
    /// The columns of `inventory.csv`, in order.
    public static final List<String> COLUMNS = List.of(
            "unit",
            "class",
            "group",
            "make",
            "model",
            "year",
            "department",
            "depot",
            "fuel",
            "km_per_year",
            "hours_per_year",
            "odometer_km",
            "litres_per_year",
            "in_service",
            "price_cad",
            "source_row",
            "confidence");

    private InventoryFile() {}

    /// Writes the units of a fleet, in their order.
    public static void write(Fleet fleet, Path file) throws IOException {
        writeWhole(bytes(fleet), file);
    }

    /// The same file in memory.
    public static byte[] bytes(Fleet fleet) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        for (Unit unit : fleet.units()) {
            Usage usage = unit.usage();
            lines.add(List.of(
                    unit.id(),
                    unit.vehicleClass().id(),
                    unit.vehicleClass().group().id(),
                    unit.make(),
                    unit.model(),
                    unit.modelYear() == null ? "" : unit.modelYear().toString(),
                    unit.department(),
                    unit.depot(),
                    unit.fuel().id(),
                    number(usage.kmPerYear()),
                    number(usage.hoursPerYear()),
                    number(usage.odometerKm()),
                    number(usage.litresPerYear()),
                    unit.inService() == null ? "" : unit.inService().toString(),
                    number(unit.priceCad()),
                    String.valueOf(unit.sourceRow()),
                    number(unit.classConfidence())));
        }
        return csv(lines);
    }

    /// Writes what was refused, then each refused row as it was, without people and plates.
    public static void writeRefused(Understanding understanding, Path file) throws IOException {
        writeWhole(refusedBytes(understanding), file);
    }

    /// The same file in memory.
    public static byte[] refusedBytes(Understanding understanding) {
        Set<String> headers = new LinkedHashSet<>();
        understanding.refused().forEach(r -> headers.addAll(r.raw().keySet()));
        List<List<String>> lines = new ArrayList<>();
        List<String> first = new ArrayList<>(List.of("sheet", "row", "column", "found", "expected", "advice"));
        first.addAll(headers);
        lines.add(first);
        for (Refusal refusal : understanding.refused()) {
            List<String> line = new ArrayList<>(List.of(
                    refusal.sheet(),
                    String.valueOf(refusal.row()),
                    refusal.column(),
                    refusal.found(),
                    refusal.expected(),
                    refusal.advice()));
            headers.forEach(h -> line.add(refusal.raw().getOrDefault(h, "")));
            lines.add(line);
        }
        return csv(lines);
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static byte[] csv(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(line ->
                    csv.writeRecord(line.stream().map(FormulaGuard::guard).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void writeWhole(byte[] content, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, ".courant", ".csv");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
