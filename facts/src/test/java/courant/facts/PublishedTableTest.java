package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedTableTest {
    private static final Path TABLES = Path.of("src/main/resources/courant/facts");
    private static final Set<String> PUBLISHED_OTHERWISE =
            Set.of("municipalities.csv", "municipalities-invented.csv", "programme-notes-en.csv");

    @Test
    void everyTableThatShipsIsPublished() throws IOException {
        Set<String> published =
                Arrays.stream(PublishedTable.values()).map(PublishedTable::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(TABLES)) {
            Set<String> shipped = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".csv") && !PUBLISHED_OTHERWISE.contains(name))
                    .collect(Collectors.toSet());
            assertEquals(shipped, published);
        }
    }

    @Test
    void aPublishedTableIsTheFileItself() {
        for (PublishedTable table : PublishedTable.values()) {
            assertEquals(read(table.file()), new String(table.bytes(), StandardCharsets.UTF_8));
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(TABLES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
