package courant.ingest.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/// The bytes of a file, on disk or in memory, opened as often as reading asks.
sealed interface Source {
    /// The file's name, without its folder.
    String name();

    /// Bytes as stored.
    long size() throws IOException;

    InputStream open() throws IOException;

    /// The same bytes as an archive, by its central directory, as the parser of workbooks sees it.
    ZipFile zip() throws IOException;

    ReadableWorkbook workbook() throws IOException;

    /// A file of the disk.
    record OnDisk(Path file) implements Source {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public ZipFile zip() throws IOException {
            return ZipFile.builder().setPath(file).get();
        }

        @Override
        public ReadableWorkbook workbook() throws IOException {
            return new ReadableWorkbook(file.toFile(), FORMATS);
        }
    }

    /// An upload, which never touches the disk.
    final class InMemory implements Source {
        private final String name;
        private final byte[] content;

        InMemory(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public ZipFile zip() throws IOException {
            return ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .get();
        }

        @Override
        public ReadableWorkbook workbook() throws IOException {
            return new ReadableWorkbook(open(), FORMATS);
        }
    }

    /// Formats of cells are read: they tell dates from numbers.
    ReadingOptions FORMATS = new ReadingOptions(true, true);
}
