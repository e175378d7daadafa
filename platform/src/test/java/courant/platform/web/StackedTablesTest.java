package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.platform.SiteTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A narrow screen shows each row of a table as a card: each cell needs the name of its column, and its role.
class StackedTablesTest extends SiteTest {
    private static final Pattern TABLE = Pattern.compile("<table.*?</table>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vehicules",
                "/progres",
                "/municipalites",
                "/donnees-ouvertes",
                "/regroupements",
                "/essais",
                "/aide-financiere/pave-2026"
            })
    void eachCellOfAPublicTableCarriesTheNameOfItsColumn(String address) throws Exception {
        String page = site.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        Matcher table = TABLE.matcher(page);
        int tables = 0;
        while (table.find()) {
            tables++;
            assertThat(table.group()).startsWith("<table class=\"stack\">");
            Matcher cell = CELL.matcher(table.group());
            while (cell.find()) {
                assertThat(cell.group()).containsPattern("data-label=\"[^\"]+\"");
            }
        }
        assertThat(tables).isPositive();
    }
}
