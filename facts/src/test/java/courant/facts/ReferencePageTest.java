package courant.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    /// When it fails, run the class ReferencePage on docs/reference.
    @Test
    void theCommittedPagesAreThoseOfTheTables() throws IOException {
        Path folder = Path.of(System.getProperty("courant.root"), "docs", "reference");
        for (Map.Entry<String, String> page : ReferencePage.pages().entrySet()) {
            assertEquals(page.getValue(), Files.readString(folder.resolve(page.getKey())), page::getKey);
        }
    }

    @Test
    void everyFactStandsOnBothPages() {
        ReferencePage.pages()
                .values()
                .forEach(page -> FactTables.facts()
                        .all()
                        .forEach(fact -> assertTrue(page.contains("`" + fact.id() + "`"), fact::id)));
    }
}
