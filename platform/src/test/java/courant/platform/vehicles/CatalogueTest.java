package courant.platform.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import courant.platform.SiteTest;
import org.junit.jupiter.api.Test;

/// The catalogue as a reader goes through it.
class CatalogueTest extends SiteTest {
    @Test
    void capitalsDoNotComeBeforeOtherNames() throws Exception {
        String page = site.perform(get("/vehicules")).andReturn().getResponse().getContentAsString();
        assertThat(page.indexOf("/vehicules/battle-motors-lnt-ev")).isLessThan(page.indexOf("/vehicules/byd-k9m"));
        assertThat(page.indexOf("/vehicules/cadillac-lyriq")).isLessThan(page.indexOf("/vehicules/case-580ev"));
    }
}
