package courant.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import courant.platform.SiteTest;
import courant.platform.editorial.TextLibrary;
import courant.platform.web.Words;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The page of the declaration and the draft resolution give one text.
class DeclarationTest extends SiteTest {
    @Autowired
    private TextLibrary library;

    @Test
    void theArticlesOfTheDraftAreThoseOfThePage() {
        String page = library.page("declaration", Locale.CANADA_FRENCH)
                .orElseThrow()
                .html()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "’")
                .replace('\'', '’')
                .replace('\u00a0', ' ');
        Words words = Words.of(Locale.CANADA_FRENCH);
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> words.say("draft.article." + i).replace('\u00a0', ' ')))
                .allSatisfy(article -> assertThat(page).contains(article));
    }
}
