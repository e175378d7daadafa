package courant.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.platform.SiteTest;
import courant.platform.StackedTables;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackedTablesTest extends SiteTest {
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
        StackedTables.requireIn(
                site.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
