package courant.platform.engagement.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Which papers are taken as proof: known by their first bytes, never by what their name or the browser says.
enum ProofFile {
    PDF("application/pdf", "%PDF-"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004");

    static final int MOST_BYTES = 10 * 1024 * 1024;

    private final String type;
    private final byte[] signature;

    ProofFile(String type, String signature) {
        this.type = type;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    String type() {
        return type;
    }

    static Optional<ProofFile> of(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> content.length > kind.signature.length
                        && Arrays.equals(kind.signature, Arrays.copyOf(content, kind.signature.length)))
                .filter(kind -> kind != DOCX || isWord(content))
                .findFirst();
    }

    /// A ZIP is a Word document when it names the parts of one; names stand uncompressed in a ZIP.
    private static boolean isWord(byte[] zip) {
        String signs = new String(zip, StandardCharsets.ISO_8859_1);
        return signs.contains("[Content_Types].xml") && signs.contains("word/");
    }

    /// A name that is shown and downloaded: no path, no sign that a browser or a header would read.
    static String safeName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
        return plain.isEmpty() ? "resolution" : plain.substring(0, Math.min(plain.length(), 120));
    }
}
