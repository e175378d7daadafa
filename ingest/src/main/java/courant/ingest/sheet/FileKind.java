package courant.ingest.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// What a file is, told from its bytes and never from its name.
public enum FileKind {
    EMPTY,
    CSV,
    GZIP,
    XLSX,
    ODS,
    OLD_EXCEL,
    PDF,
    IMAGE,
    WORD,
    WEB_PAGE,
    OTHER_ZIP,
    BINARY;

    /// Tells the kind from the first bytes; a ZIP is opened to see what it holds.
    static FileKind of(byte[] head, byte[] content) throws IOException {
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return insideZip(content);
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLD_EXCEL;
        }
        return ofFlat(head);
    }

    /// The kind of bytes that are no archive: text, or a format that is refused by name.
    static FileKind ofFlat(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0xFF, 0xD8, 0xFF)
                || start.startsWith("GIF8")
                || startsWith(head, 'I', 'I', '*', 0)
                || startsWith(head, 'M', 'M', 0, '*')
                || start.startsWith("BM") && start.indexOf('\0') > 0
                || start.startsWith("RIFF") && start.contains("WEBP")) {
            return IMAGE;
        }
        String text = start.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("{\\rtf")) {
            return WORD;
        }
        if (text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<")) {
            return WEB_PAGE;
        }
        return isText(head) ? CSV : BINARY;
    }

    private static FileKind insideZip(byte[] content) throws IOException {
        try (ZipFile zip = Archive.open(content)) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return XLSX;
            }
            if (zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null) {
                return WORD;
            }
            ZipArchiveEntry mimetype = zip.getEntry("mimetype");
            if (mimetype != null && zip.getEntry("content.xml") != null) {
                try (var in = zip.getInputStream(mimetype)) {
                    String type = new String(in.readNBytes(200), StandardCharsets.US_ASCII);
                    return type.contains("opendocument.spreadsheet") ? ODS : WORD;
                }
            }
            return zip.getEntry("xl/workbook.bin") != null ? OLD_EXCEL : OTHER_ZIP;
        }
    }

    /// Text holds almost no control characters; UTF-16 shows as many zero bytes in one of the two positions.
    private static boolean isText(byte[] head) {
        if (Encodings.utf16(head) != null) {
            return true;
        }
        int control = 0;
        for (byte b : head) {
            if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a) {
                control++;
            }
        }
        return control * 200 <= head.length;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
