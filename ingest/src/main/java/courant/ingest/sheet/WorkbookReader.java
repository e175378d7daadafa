package courant.ingest.sheet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Opens any file a town may bring, and reads it as sheets or refuses it with a reason.
public final class WorkbookReader {
    private static final int HEAD_BYTES = 8192;

    private WorkbookReader() {}

    /// Reads a CSV, XLSX or ODS file, gzipped or not.
    ///
    /// @throws UnreadableFileException when the file is missing, too big, a bomb, damaged, empty or of another kind
    public static Workbook read(Path file) throws UnreadableFileException {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new UnreadableFileException("missing-file", name);
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException("folder", name);
        }
        return read(new Source.OnDisk(file));
    }

    /// Reads the same from memory, with the same limits; nothing is written to disk.
    ///
    /// @param fileName the file's name, which only serves to speak of it
    /// @throws UnreadableFileException as for a file
    public static Workbook read(String fileName, byte[] content) throws UnreadableFileException {
        return read(new Source.InMemory(fileName, content));
    }

    /// Reads the same from a stream, no further than the largest file allowed; the caller closes it.
    ///
    /// @throws UnreadableFileException as for a file
    public static Workbook read(String fileName, InputStream content) throws UnreadableFileException {
        try {
            return read(fileName, content.readNBytes((int) Limits.FILE_BYTES));
        } catch (IOException e) {
            throw new UnreadableFileException("unreadable", fileName);
        }
    }

    private static Workbook read(Source source) throws UnreadableFileException {
        try {
            long size = source.size();
            if (size >= Limits.FILE_BYTES) {
                throw new UnreadableFileException("too-big", size / 1_000_000, Limits.FILE_BYTES / 1_000_000);
            }
            return read(source, kind(source));
        } catch (NoSuchFileException e) {
            throw new UnreadableFileException("missing-file", source.name());
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException("damaged", source.name());
        } catch (IOException e) {
            throw new UnreadableFileException("unreadable", source.name());
        }
    }

    private static FileKind kind(Source source) throws IOException, UnreadableFileException {
        byte[] head = head(source.open());
        try {
            return FileKind.of(head, source);
        } catch (IOException e) {
            // The first bytes could be read: what follows is no whole archive.
            throw new UnreadableFileException("damaged", source.name());
        }
    }

    private static Workbook read(Source source, FileKind kind) throws IOException, UnreadableFileException {
        String name = source.name();
        return switch (kind) {
            case CSV -> CsvSheet.read(name, source::open);
            case GZIP -> gunzip(source);
            case XLSX -> new Workbook(name, kind, "", "", XlsxSheets.read(source));
            case ODS -> new Workbook(name, kind, "", "", OdsSheets.read(source));
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

    private static Workbook gunzip(Source source) throws IOException, UnreadableFileException {
        long stored = source.size();
        ByteSource inflated =
                () -> new GuardedStream(new GZIPInputStream(new BufferedInputStream(source.open())), stored);
        try {
            FileKind inside = FileKind.ofFlat(head(inflated.open()));
            return inside == FileKind.CSV ? CsvSheet.read(source.name(), inflated) : readWhole(source, inflated);
        } catch (BombException e) {
            throw e.refusal();
        }
    }

    /// A gzipped workbook, opened in memory; one that is gzipped twice is refused.
    private static Workbook readWhole(Source source, ByteSource inflated) throws IOException, UnreadableFileException {
        byte[] content;
        try (InputStream in = inflated.open()) {
            content = in.readNBytes((int) Limits.FILE_BYTES);
        }
        if (content.length >= Limits.FILE_BYTES) {
            throw new UnreadableFileException("too-big", content.length / 1_000_000, Limits.FILE_BYTES / 1_000_000);
        }
        Source inside = new Source.InMemory(source.name(), content);
        FileKind kind = kind(inside);
        return read(inside, kind == FileKind.GZIP ? FileKind.OTHER_ZIP : kind);
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
