package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private List<String> sheets() throws Exception {
        List<String> texts = new ArrayList<>();
        for (MatchResult found : SHEET.matcher(body("/")).results().toList()) {
            texts.add(body(found.group(1)));
        }
        return texts;
    }

    @Test
    void noSheetOfAPageImportsAnother() throws Exception {
        List<String> sheets = sheets();
        assertThat(sheets).hasSize(4).noneMatch(sheet -> sheet.contains("@import") || sheet.contains("@charset"));
        assertThat(sheets.getFirst())
                .as("the order of the layers comes first")
                .startsWith("@layer base, tokens, layout, parts, print;\n@layer base {")
                .contains("--pico-");
        assertThat(sheets.getLast())
                .as("its pictures carry their hash")
                .containsPattern("url\\(\"/actifs/chevron-[0-9a-f]{32}\\.svg");
    }

    @Test
    void theirBracesAreInPairs() throws Exception {
        for (String sheet : sheets()) {
            assertThat(sheet.chars().filter(c -> c == '{').count())
                    .isEqualTo(sheet.chars().filter(c -> c == '}').count());
        }
    }
}
