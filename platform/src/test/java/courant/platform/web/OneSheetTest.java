package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OneSheetTest extends SiteTest {
    private static final Pattern SHEET = Pattern.compile("(?:stylesheet|as=\"style\")\"? href=\"([^\"]+)\"");

    private String body(String address) throws Exception {
        return site.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aPageAsksForOneSheetThatImportsNoOther() throws Exception {
        List<String> sheets = SHEET.matcher(body("/"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(sheets).hasSize(1);
        String sheet = body(sheets.getFirst());
        assertThat(sheet).doesNotContain("@import", "@charset").contains("@layer base {", "--pico-", ".stack", ".plan");
        assertThat(sheet.indexOf("@layer base, tokens")).isZero();
        assertThat(sheet)
                .as("its pictures carry their hash")
                .containsPattern("url\\(\"/actifs/chevron-[0-9a-f]{32}\\.svg");
    }

    @Test
    void itsBracesAreInPairs() throws Exception {
        String sheet = body(
                SHEET.matcher(body("/")).results().findFirst().orElseThrow().group(1));
        assertThat(sheet.chars().filter(c -> c == '{').count())
                .isEqualTo(sheet.chars().filter(c -> c == '}').count());
    }
}
