package courant.platform.planning.internal;

import courant.engine.climate.Municipality;
import courant.engine.fleet.Fleet;
import courant.ingest.IngestOptions;
import courant.ingest.InventoryFile;
import courant.ingest.Understanding;
import courant.ingest.UsageJoin;
import org.jspecify.annotations.Nullable;

/// One visit: a file, what we understood of it, what the person corrected, and whose fleet it is.
///
/// @param file the spreadsheet as it came, read again when a mapping is corrected
/// @param options what the person says about the file
/// @param understanding what we understood under those options
/// @param usage the second file of use, null when there is none
/// @param municipality whose plan it is, null until the person says
/// @param isSample whether it is the invented fleet we offer to try
public record Analysis(
        NamedFile file,
        IngestOptions options,
        Understanding understanding,
        @Nullable UsageFile usage,
        @Nullable Municipality municipality,
        boolean isSample) {
    /// @param file as it came
    /// @param joined what it added to the fleet
    public record UsageFile(NamedFile file, UsageJoin.Joined joined) {}

    /// The units, with the use of the second file where there is one.
    public Fleet fleet() {
        return usage == null ? understanding.fleet() : usage.joined().fleet();
    }

    /// The units as our own `inventory.csv`: all that has to be kept to open the analysis again.
    byte[] inventory() {
        return InventoryFile.bytes(fleet());
    }

    public String fileName() {
        return file.name();
    }

    Analysis withReading(IngestOptions said, Understanding understood) {
        UsageFile kept = usage == null
                ? null
                : new UsageFile(
                        usage.file(),
                        UsageJoin.join(understood.fleet(), usage.joined().usage()));
        return new Analysis(file, said, understood, kept, municipality, isSample);
    }

    Analysis withUsage(@Nullable UsageFile other) {
        return new Analysis(file, options, understanding, other, municipality, isSample);
    }

    Analysis withMunicipality(Municipality chosen) {
        return new Analysis(file, options, understanding, usage, chosen, isSample);
    }

    /// Whether a plan of the other is a plan of this: the same units in the same town.
    boolean plansLike(Analysis other) {
        return fleet() == other.fleet() && java.util.Objects.equals(municipality, other.municipality);
    }

    /// Bytes it takes in memory: the files, and what was made of each row.
    long weight() {
        long files = file.content().length + (usage == null ? 0L : usage.file().content().length);
        return files + 2_000L * (understanding.rows() + 10);
    }
}
