package courant.reports;

import courant.engine.plan.PlanResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The five files of a plan, all written or none: each is first written beside its place, then all are moved.
public final class ReportFiles {
    /// The files this class writes and replaces; others in the folder are left alone.
    public static final List<String> NAMES =
            List.of("plan.json", "plan.csv", "rapport.pdf", "resolution.docx", "annexes.xlsx");

    private ReportFiles() {}

    /// Writes the five files, dated as the facts of the plan.
    ///
    /// @param directory made when absent
    /// @throws IOException when the folder cannot be written; the former files are then still there, whole
    public static void write(Path directory, PlanResult result, Locale locale) throws IOException {
        write(directory, result, locale, ReportOptions.dated(result.request().asOf()));
    }

    /// The same with the town's choices.
    public static void write(Path directory, PlanResult result, Locale locale, ReportOptions options)
            throws IOException {
        CouncilReport report = CouncilReport.of(result, locale, options);
        Files.createDirectories(directory);
        Map<Path, Path> moves = new LinkedHashMap<>();
        try {
            for (String name : NAMES) {
                Path draft = directory.resolve(
                        "." + name + "." + ProcessHandle.current().pid() + ".part");
                moves.put(draft, directory.resolve(name));
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
                    write(name, report, out);
                }
            }
            refuseFolders(moves.values());
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                replace(move.getKey(), move.getValue());
            }
        } finally {
            for (Path draft : moves.keySet()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static void refuseFolders(Iterable<Path> targets) throws IOException {
        for (Path target : targets) {
            if (Files.isDirectory(target)) {
                throw new IOException("""
                        %s is a folder; a file of ours goes there.
                        Maybe choose another output folder.""".formatted(target));
            }
        }
    }

    /// Writes one of the five files; the stream stays open.
    ///
    /// @param name one of `NAMES`
    public static void write(String name, CouncilReport report, OutputStream out) throws IOException {
        switch (name) {
            case "plan.json" -> PlanFiles.json(report.result(), report.wording(), out);
            case "plan.csv" -> PlanFiles.csv(report.result(), report.wording(), out);
            case "rapport.pdf" -> PdfReport.write(report, out);
            case "resolution.docx" -> ResolutionDocx.write(report, out);
            case "annexes.xlsx" -> AnnexWorkbook.write(report, out);
            default -> throw new IllegalArgumentException("No file of ours is called %s.".formatted(name));
        }
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
