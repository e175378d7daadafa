package courant.ingest.sheet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens any file a town may bring, and reads it as sheets or refuses it with a reason.
public final class WorkbookReader {
    private static final int HEAD_BYTES = 8192;

    private WorkbookReader() {}

    /// Reads a CSV (also gzipped), XLSX or ODS file.
    ///
    /// @throws UnreadableFileException when the file is missing, too big, a bomb, damaged, empty or of another kind
    public static Workbook read(Path file) throws UnreadableFileException {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.exists(file)) {
                throw new UnreadableFileException("missing-file", name);
            }
            if (Files.isDirectory(file)) {
                throw new UnreadableFileException("folder", name);
            }
            long size = Files.size(file);
            if (size >= Limits.FILE_BYTES) {
                throw new UnreadableFileException("too-big", size / 1_000_000, Limits.FILE_BYTES / 1_000_000);
            }
            return read(name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableFileException("missing-file", name);
        } catch (IOException e) {
            throw new UnreadableFileException("unreadable", name);
        }
    }

    /// Reads the same from bytes in memory; nothing is written anywhere.
    ///
    /// @param name what the file is called, for the messages
    /// @throws UnreadableFileException when it is too big, a bomb, damaged, empty or of another kind
    public static Workbook read(String name, byte[] content) throws UnreadableFileException {
        if (content.length >= Limits.FILE_BYTES) {
            throw new UnreadableFileException("too-big", content.length / 1_000_000, Limits.FILE_BYTES / 1_000_000);
        }
        try {
            return readAny(name, content);
        } catch (IOException e) {
            throw new UnreadableFileException("damaged", name);
        }
    }

    private static Workbook readAny(String name, byte[] content) throws IOException, UnreadableFileException {
        FileKind kind = FileKind.of(head(new ByteArrayInputStream(content)), content);
        return switch (kind) {
            case CSV -> CsvSheet.read(name, () -> new ByteArrayInputStream(content));
            case GZIP -> gunzip(name, content);
            case XLSX -> new Workbook(name, kind, "", "", XlsxSheets.read(name, content));
            case ODS -> new Workbook(name, kind, "", "", OdsSheets.read(name, content));
            case EMPTY -> throw new UnreadableFileException("empty-file", name);
            case OLD_EXCEL -> throw new UnreadableFileException("old-excel", name);
            case PDF -> throw new UnreadableFileException("pdf", name);
            case IMAGE -> throw new UnreadableFileException("image", name);
            case WORD -> throw new UnreadableFileException("word", name);
            case WEB_PAGE -> throw new UnreadableFileException("web-page", name);
            case OTHER_ZIP -> throw new UnreadableFileException("other-zip", name);
            case BINARY -> throw new UnreadableFileException("binary", name);
        };
    }

    private static Workbook gunzip(String name, byte[] content) throws IOException, UnreadableFileException {
        ByteSource inflated =
                () -> new GuardedStream(new GZIPInputStream(new ByteArrayInputStream(content)), content.length);
        try {
            FileKind inside = FileKind.ofFlat(head(inflated.open()));
            return switch (inside) {
                case CSV -> CsvSheet.read(name, inflated);
                case EMPTY -> throw new UnreadableFileException("empty-file", name);
                case PDF -> throw new UnreadableFileException("pdf", name);
                default -> throw new UnreadableFileException("other-zip", name);
            };
        } catch (BombException e) {
            throw e.refusal();
        }
    }

    private static byte[] head(InputStream stream) throws IOException {
        try (InputStream in = stream) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    /// Bytes that can be read more than once.
    interface ByteSource {
        InputStream open() throws IOException;
    }

    /// Counts what comes out of a compressed file and stops at the limit.
    private static final class GuardedStream extends FilterInputStream {
        private final long stored;
        private long inflated;

        GuardedStream(InputStream in, long stored) {
            super(in);
            this.stored = stored;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws BombException {
            inflated += bytes;
            try {
                Limits.checkInflated(inflated, stored);
            } catch (UnreadableFileException e) {
                throw new BombException(e);
            }
        }
    }

    /// Carries the refusal of a bomb through code that only knows I/O errors.
    private static final class BombException extends IOException {
        private static final long serialVersionUID = 1L;
        private final UnreadableFileException refusal;

        BombException(UnreadableFileException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        UnreadableFileException refusal() {
            return refusal;
        }
    }
}
