package courant.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import courant.platform.SiteTest;
import courant.platform.editorial.TextLibrary;
import courant.platform.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The page of the declaration and the draft resolution give one text.
class DeclarationTest extends SiteTest {
    @Autowired
    private TextLibrary library;

    @Test
    void theDraftIsThatOfThePage() {
        String page = page();
        Words words = Words.of(Locale.CANADA_FRENCH);
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(i -> plain(words.say("draft.article." + i))))
                .allSatisfy(article -> assertThat(page).contains(article));
        List<String> draft = new DraftResolution("Municipalité", "________________")
                .document().blocks().stream()
                        .map(block -> plain(block.text()))
                        .filter(text -> text.matches("(ATTENDU|EN CONSÉQUENCE|QUE|Adoptée).*"))
                        .map(text -> text.replace("Municipalité", "municipalité"))
                        .toList();
        assertThat(draft).hasSize(12).allSatisfy(text -> assertThat(page).contains(text));
    }

    private String page() {
        return plain(library.page("declaration", Locale.CANADA_FRENCH)
                .orElseThrow()
                .html()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "’"));
    }

    private static String plain(String text) {
        return text.replace('\'', '’').replace('\u00a0', ' ').replaceAll("_+", "____");
    }
}
