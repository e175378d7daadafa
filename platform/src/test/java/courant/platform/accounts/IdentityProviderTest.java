package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.JOSEException;
import courant.platform.SiteTest;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/// People who come with the account of their own organisation, and what that organisation may and may not say of them.
@SpringBootTest(properties = "courant.demonstration=true")
@AutoConfigureMockMvc
class IdentityProviderTest extends SiteTest {
    private static final String START = "/connexion/fournisseur/ville";
    private static final String BACK = START + "/retour";
    private static final Pattern LINK = Pattern.compile("href=\"(http://localhost:\\d+/autoriser[^\"]*)\"");
    private static final IdentityProvider TOWN = provider();

    private static IdentityProvider provider() {
        try {
            return new IdentityProvider();
        } catch (IOException | JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        for (String id : new String[] {"ville", "geree", "absent"}) {
            settings.add("courant.providers." + id + ".name", () -> "Ville de " + id);
            settings.add("courant.providers." + id + ".client-id", () -> "courant");
            settings.add("courant.providers." + id + ".client-secret", () -> "secret");
            settings.add("courant.providers." + id + ".domains", () -> "ville-oidc.test");
        }
        settings.add("courant.providers.ville.issuer", TOWN::issuer);
        settings.add("courant.providers.geree.issuer", TOWN::issuer);
        settings.add("courant.providers.geree.emails-managed", () -> true);
        settings.add("courant.providers.absent.issuer", () -> "http://localhost:1");
    }

    @AfterAll
    static void close() {
        TOWN.close();
    }

    @BeforeEach
    void honest() {
        TOWN.email = "";
        TOWN.emailVerified = true;
        TOWN.audience = "courant";
        TOWN.forges = false;
        TOWN.changesNonce = false;
        TOWN.expired = false;
    }

    @Test
    void anAddressOfItsOwnDomainOpensTheAccountAndIsRememberedBySubject() throws Exception {
        TOWN.subject = "marie";
        TOWN.email = "marie@ville-oidc.test";
        assertThat(people.page("/compte", session(entered()))).contains("marie@ville-oidc.test", "Ville de ville");
        // She marries: the town renames her address, her account stays hers.
        TOWN.email = "marie.roy@ville-oidc.test";
        assertThat(people.page("/compte", session(entered()))).contains("marie@ville-oidc.test");
        assertThat(people.text("select count(*) from courant.account where email = 'marie.roy@ville-oidc.test'"))
                .isEqualTo("0");
    }

    @Test
    void anIdentityOpensNoAccountThatWasClosed() throws Exception {
        TOWN.subject = "fermee";
        TOWN.email = "fermee@ville-oidc.test";
        session(entered());
        people.closeAccount("fermee@ville-oidc.test");
        MockHttpServletResponse entry = entered();
        assertThat(entry.getStatus()).isBetween(400, 499);
        assertThat(entry.getCookie("courant_session")).isNull();
    }

    @Test
    void anAddressOfAnotherDomainIsNotBelieved() throws Exception {
        TOWN.subject = "menteur";
        TOWN.email = "maire@autre-ville.test";
        assertThat(entered().getStatus()).isEqualTo(400);
        TOWN.email = "maire@ville-oidc.test.autre-ville.test";
        assertThat(entered().getStatus()).isEqualTo(400);
        assertThat(people.text("select count(*) from courant.account where email like '%autre-ville.test'"))
                .isEqualTo("0");
    }

    @Test
    void anAddressTheProviderDidNotVerifyIsNotBelieved() throws Exception {
        TOWN.subject = "pas.verifie";
        TOWN.email = "pas.verifie@ville-oidc.test";
        TOWN.emailVerified = false;
        assertThat(entered().getStatus()).isEqualTo(400);
    }

    @Test
    void aForgedAStaleOrAMisdirectedIdentityIsRefused() throws Exception {
        TOWN.subject = "faux";
        TOWN.email = "faux@ville-oidc.test";
        TOWN.forges = true;
        assertThat(entered().getStatus()).as("signed by another key").isEqualTo(400);
        TOWN.forges = false;
        TOWN.changesNonce = true;
        assertThat(entered().getStatus()).as("made for another request").isEqualTo(400);
        TOWN.changesNonce = false;
        TOWN.expired = true;
        assertThat(entered().getStatus()).as("expired").isEqualTo(400);
        TOWN.expired = false;
        TOWN.audience = "autre-site";
        assertThat(entered().getStatus()).as("made for another site").isEqualTo(400);
        TOWN.audience = "courant";
        assertThat(entered().getStatus()).as("none of these").isEqualTo(303);
    }

    @Test
    void comingBackIsHeardOnceAndOnlyFromTheBrowserThatLeft() throws Exception {
        TOWN.subject = "une.fois";
        TOWN.email = "une.fois@ville-oidc.test";
        Left left = leave(post(START));
        IdentityProvider.Back back = TOWN.believe(left.address());
        Left another = leave(post(START));
        assertThat(arrive(another.browser(), back).getStatus())
                .as("another browser")
                .isEqualTo(400);
        assertThat(arrive(left.browser(), new IdentityProvider.Back(back.code(), "autre"))
                        .getStatus())
                .as("another state")
                .isEqualTo(400);
        assertThat(arrive(left.browser(), back).getStatus())
                .as("after a refusal")
                .isEqualTo(400);
        Left right = leave(post(START));
        IdentityProvider.Back welcome = TOWN.believe(right.address());
        assertThat(arrive(right.browser(), welcome).getStatus()).isEqualTo(303);
        assertThat(arrive(right.browser(), welcome).getStatus())
                .as("a second time")
                .isEqualTo(400);
    }

    @Test
    void anAddressNobodyVerifiedIsBelievedOnlyWhereTheSettingsSayTheProviderGivesThem() throws Exception {
        TOWN.subject = "muet";
        TOWN.email = "muet@ville-oidc.test";
        TOWN.emailVerified = null;
        assertThat(entered().getStatus()).isEqualTo(400);
        Left left = leave(post("/connexion/fournisseur/geree"));
        assertThat(arrive("geree", left.browser(), TOWN.believe(left.address())).getStatus())
                .isEqualTo(303);
    }

    @Test
    void whatItsOwnerTookAwayIsNotAttachedAgainByItsAddress() throws Exception {
        TOWN.subject = "oubliee";
        TOWN.email = "oubliee@ville-oidc.test";
        Cookie first = session(entered());
        assertThat(people.letter("oubliee@ville-oidc.test").body()).contains("Ville de ville");
        Cookie other = session(entered());
        String id = people.text("select id from courant.provider_identity where subject = 'oubliee'");
        site.perform(post("/compte/identites/" + id + "/retrait").cookie(first)).andExpect(status().isSeeOther());
        assertThat(people.letter("oubliee@ville-oidc.test").body()).contains("détaché");
        assertThat(people.status("/compte", other))
                .as("the other session is over")
                .isEqualTo(303);
        assertThat(entered().getStatus()).isEqualTo(400);
        Left left = leave(post("/compte/identites/ville").cookie(first));
        assertThat(arrive("ville", left.browser(), TOWN.believe(left.address()), first)
                        .getStatus())
                .isEqualTo(303);
        assertThat(entered().getStatus()).as("attached again by its owner").isEqualTo(303);
    }

    @Test
    void whoLeftAnEnglishPageComesBackToOne() throws Exception {
        TOWN.subject = "english";
        TOWN.email = "english@ville-oidc.test";
        Left left = leave(post("/en" + START));
        IdentityProvider.Back back = TOWN.believe(left.address());
        site.perform(get(BACK + "?code=" + back.code() + "&state=" + back.state())
                        .cookie(left.browser()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", startsWith("/en" + BACK + "?code=" + back.code())));
    }

    @Test
    void openingTheWayBackSignsNobodyIn() throws Exception {
        TOWN.subject = "lecture";
        TOWN.email = "lecture@ville-oidc.test";
        Left left = leave(post(START));
        IdentityProvider.Back back = TOWN.believe(left.address());
        for (MockHttpServletRequestBuilder reading : new MockHttpServletRequestBuilder[] {get(BACK), head(BACK)}) {
            MockHttpServletResponse answer = site.perform(reading.cookie(left.browser())
                            .param("code", back.code())
                            .param("state", back.state()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getCookies()).isEmpty();
        }
        assertThat(arrive(left.browser(), back).getStatus()).isEqualTo(303);
    }

    @Test
    void theWayBackLeadsWhereThePersonWanted() throws Exception {
        TOWN.subject = "suite";
        TOWN.email = "suite@ville-oidc.test";
        Left left = leave(post(START).param("suite", "/espace/engagement"));
        assertThat(arrive(left.browser(), TOWN.believe(left.address())).getHeader("Location"))
                .isEqualTo("/espace/engagement");
        Left away = leave(post(START).param("suite", "https://ailleurs.test"));
        assertThat(arrive(away.browser(), TOWN.believe(away.address())).getHeader("Location"))
                .isEqualTo("/espace");
    }

    @Test
    void anyIdentityMayBeAttachedToOnesOwnAccountAndToNoOther() throws Exception {
        TOWN.subject = "paul";
        TOWN.email = "paul@personnel.test";
        Cookie paul = people.signIn("paul@ville-oidc.test");
        Left left = leave(post("/compte/identites/ville").cookie(paul));
        assertThat(arrive(left.browser(), TOWN.believe(left.address()), paul).getHeader("Location"))
                .isEqualTo("/compte#identites");
        assertThat(people.letter("paul@ville-oidc.test").body()).contains("Ville de ville");
        assertThat(people.page("/compte", session(entered()))).contains("paul@ville-oidc.test");

        Cookie jeanne = people.signIn("jeanne@ville-oidc.test");
        Left hers = leave(post("/compte/identites/ville").cookie(jeanne));
        assertThat(arrive(hers.browser(), TOWN.believe(hers.address()), jeanne).getStatus())
                .isEqualTo(409);

        String id = people.text("select id from courant.provider_identity where subject = 'paul'");
        site.perform(post("/compte/identites/" + id + "/retrait").cookie(jeanne));
        assertThat(people.text("select count(*) from courant.provider_identity where subject = 'paul'"))
                .isEqualTo("1");
        site.perform(post("/compte/identites/" + id + "/retrait").cookie(paul));
        assertThat(entered().getStatus()).isEqualTo(400);
    }

    @Test
    void anIdentityIsNotAttachedToWhoeverSignedInMeanwhile() throws Exception {
        TOWN.subject = "luc";
        Cookie luc = people.signIn("luc@ville-oidc.test");
        Left left = leave(post("/compte/identites/ville").cookie(luc));
        Cookie another = people.signIn("meme.poste@ville-oidc.test");
        assertThat(arrive(left.browser(), TOWN.believe(left.address()), another).getStatus())
                .isEqualTo(409);
        assertThat(people.text("select count(*) from courant.provider_identity where subject = 'luc'"))
                .isEqualTo("0");
    }

    @Test
    void aProviderThatIsAwayIsSaidSoAndTheLetterStillWorks() throws Exception {
        String page = site.perform(post("/connexion/fournisseur/absent"))
                .andExpect(status().isServiceUnavailable())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Ville de absent ne répond pas", "/connexion/lien");
    }

    @Test
    void aProviderNobodyKnowsIsNotFound() throws Exception {
        site.perform(post("/connexion/fournisseur/inconnu")).andExpect(status().isNotFound());
    }

    /// @param browser what the browser holds until it comes back
    private record Left(String address, Cookie browser) {}

    private Left leave(MockHttpServletRequestBuilder start) throws Exception {
        MockHttpServletResponse answer =
                site.perform(start).andExpect(status().isOk()).andReturn().getResponse();
        Matcher link = LINK.matcher(answer.getContentAsString());
        assertThat(link.find()).as("a link to the provider").isTrue();
        return new Left(
                HtmlUtils.htmlUnescape(link.group(1)), Objects.requireNonNull(answer.getCookie("courant_identite")));
    }

    private MockHttpServletResponse entered() throws Exception {
        Left left = leave(post(START));
        return arrive(left.browser(), TOWN.believe(left.address()));
    }

    private MockHttpServletResponse arrive(Cookie browser, IdentityProvider.Back back, Cookie... others)
            throws Exception {
        return arrive("ville", browser, back, others);
    }

    private MockHttpServletResponse arrive(
            String provider, Cookie browser, IdentityProvider.Back back, Cookie... others) throws Exception {
        MockHttpServletRequestBuilder request = post("/connexion/fournisseur/" + provider + "/retour")
                .cookie(browser)
                .param("code", back.code())
                .param("state", back.state());
        return site.perform(others.length == 0 ? request : request.cookie(others))
                .andReturn()
                .getResponse();
    }

    private static Cookie session(MockHttpServletResponse entry) {
        return Objects.requireNonNull(entry.getCookie("courant_session"), "no session was opened");
    }
}
