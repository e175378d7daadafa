package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import courant.platform.SiteTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;

/// The same page in the other language, and what an English page can find.
class EnglishSiteTest extends SiteTest {
    private static final Pattern SWITCH = Pattern.compile("<a href=\"([^\"]*)\" hreflang=\"(?:fr|en)-CA\"");
    private static final Pattern RESULT = Pattern.compile("<h2 class=\"h3\"><a href=\"[^>]*>");

    private String page(RequestBuilder request) throws Exception {
        MockHttpServletResponse answer = site.perform(request).andReturn().getResponse();
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String address) throws Exception {
        return page(get(URI.create(address)));
    }

    private static List<String> switches(String page) {
        return SWITCH.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void theOtherLanguageKeepsTheWordsAndTheFilters() throws Exception {
        assertThat(switches(page("/recherche?q=d%C3%A9neigement&genre=page")))
                .containsExactly("/en/recherche?q=d%C3%A9neigement&amp;genre=page");
        assertThat(switches(page("/en/aide-financiere?etat=closed&objet=")))
                .containsExactly("/aide-financiere?etat=closed&amp;objet=");
        assertThat(switches(page("/en/chantiers/mobilite?genre=guide&taille=petite&region=")))
                .containsExactly("/chantiers/mobilite?genre=guide&amp;taille=petite&amp;region=");
        assertThat(switches(page("/plateforme"))).containsExactly("/en/plateforme");
    }

    @Test
    void whatABrowserShouldNotHaveSentLeavesTheAddressWhole() throws Exception {
        String page = page(get("/recherche").with(request -> {
            request.setQueryString("q=\"><script>alert(1)</script>&x=50%&y=é%41");
            return request;
        }));
        assertThat(switches(page))
                .containsExactly("/en/recherche?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&amp;x=50%25&amp;y=%C3%A9%41");
        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void whatWasSentHasNoTwinAndTheEnglishPageStillLeadsToFrench() throws Exception {
        assertThat(switches(page(post("/nous-joindre")))).isEmpty();
        String refused = page(post("/en/nous-joindre"));
        assertThat(refused).contains("lang=\"en-CA\"");
        assertThat(switches(refused)).containsExactly("/");
    }

    @Test
    void searchingInEnglishFindsEnglishTextsAndInFrenchNone() throws Exception {
        assertThat(results(page("/en/recherche?q=workstreams")))
                .contains(found("/en/plateforme", null))
                .noneMatch(result -> result.contains("fr-CA"));
        assertThat(page("/en/recherche?q=electrfication")).contains("we searched for “electrification”");
        assertThat(results(page("/recherche?q=workstreams"))).isEmpty();
        assertThat(results(page("/recherche?q=chantiers"))).isNotEmpty().noneMatch(result -> result.contains("lang="));
    }

    /// The links to what a search found.
    private static List<String> results(String page) {
        return RESULT.matcher(page).results().map(MatchResult::group).toList();
    }

    private static String found(String address, @Nullable String language) {
        return "<h2 class=\"h3\"><a href=\"%s\"%s>"
                .formatted(address, language == null ? "" : " lang=\"" + language + "\"");
    }

    @Test
    void aProgrammeIsFoundByItsEnglishNoteAndSaysNothingInFrench() throws Exception {
        String page = page("/en/recherche?q=EV%20affordability&genre=aide-financiere");
        assertThat(page).contains("/en/aide-financiere/pave-2026", "Individuals and businesses");
        assertThat(page("/en/aide-financiere/pave-2026")).contains("Individuals and businesses");
        assertThat(page("/aide-financiere/pave-2026")).contains("Particuliers et entreprises");
    }

    @Test
    void aVideoHasAnEnglishTranscriptThatSaysItsCaptionsAreFrench() throws Exception {
        String page = page("/en/videos/la-prime-de-puissance");
        assertThat(page).contains("The demand charge", "English transcript", "captions are in French");
        assertThat(page).contains("srclang=\"fr\"");
        assertThat(page("/videos/la-prime-de-puissance")).contains("La prime de puissance", "Transcription");
    }

    @Test
    void everyResourceAndVideoThatShipsIsReadInEnglish() throws Exception {
        for (String list : List.of("/en/ressources", "/en/videos")) {
            assertThat(page(list))
                    .contains("class=\"card\"")
                    .doesNotContain("<article class=\"card\" lang=", "<h2 lang=");
        }
    }

    @Test
    void whatAPersonTypedComesBackAsItWas() throws Exception {
        String typed = "See <a href=\"/aide-financiere\">";
        String page = site.perform(
                        post("/en/nous-joindre").param("courriel", "non").param("message", typed))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("See &lt;a href=\"/aide-financiere\"");
    }
}
