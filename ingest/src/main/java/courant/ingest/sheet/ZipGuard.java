package courant.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Inflates a spreadsheet's archive once, keeping nothing, to refuse a bomb before anything is parsed.
///
/// The sizes an archive declares may lie: only what really comes out is counted. The same pass notes merged cells,
/// which an XLSX sheet lists after its rows.
final class ZipGuard {
    private static final String MERGE = "mergeCell ref=\"";

    private ZipGuard() {}

    /// The merged ranges (`A1:C1`) of each worksheet entry.
    ///
    /// @throws UnreadableFileException when the archive inflates beyond the limits
    static Map<String, List<String>> mergesByEntry(byte[] content) throws IOException, UnreadableFileException {
        Map<String, List<String>> merges = new HashMap<>();
        long stored = content.length;
        long inflated = 0;
        byte[] buffer = new byte[65536];
        try (ZipFile zip = Archive.open(content)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                boolean worksheet = entry.getName().startsWith("xl/worksheets/");
                StringBuilder window = new StringBuilder();
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        inflated += read;
                        Limits.checkInflated(inflated, stored);
                        if (worksheet) {
                            window.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                            takeMerges(window, merges.computeIfAbsent(entry.getName(), n -> new ArrayList<>()));
                        }
                    }
                }
            }
        }
        return merges;
    }

    private static void takeMerges(StringBuilder window, List<String> merges) {
        int from = window.indexOf(MERGE);
        int done = 0;
        while (from >= 0) {
            int start = from + MERGE.length();
            int end = window.indexOf("\"", start);
            if (end < 0) {
                window.delete(0, from);
                return;
            }
            merges.add(window.substring(start, end));
            done = end;
            from = window.indexOf(MERGE, end);
        }
        window.delete(0, Math.max(done, window.length() - MERGE.length()));
    }
}
