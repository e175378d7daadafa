package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A passkey opens its own account, from the site it was made for, once for each question.
class PasskeyTest extends SiteTest {
    private static final String BROWSER = "courant_cle";

    @Test
    void aKeyIsAddedAndOpensTheAccountAndItsOwnerIsTold() throws Exception {
        Cookie clerk = people.signIn("cle@ville.test");
        Device device = new Device();
        assertThat(added(clerk, device)).isEqualTo(303);
        assertThat(people.page("/compte", clerk)).contains("Portable du greffe");
        assertThat(people.letter("cle@ville.test").body()).contains("Portable du greffe", "/compte");

        MockHttpServletResponse entry = entered(device);
        assertThat(entry.getStatus()).isEqualTo(303);
        Cookie session = Objects.requireNonNull(entry.getCookie("courant_session"));
        assertThat(people.page("/compte", session)).contains("cle@ville.test");
        assertThat(people.text("select string_agg(action, ' ' order by id) from courant.audit_event"
                        + " where action like 'passkey.%' and actor = (select 'compte/' || id from courant.account"
                        + " where email = 'cle@ville.test')"))
                .isEqualTo("passkey.added passkey.used");
    }

    @Test
    void aKeyThatWasRemovedOpensNothing() throws Exception {
        Cookie clerk = people.signIn("retrait@ville.test");
        Device device = new Device();
        added(clerk, device);
        String id = people.text("select p.id from courant.passkey p join courant.account a on a.id = p.account_id"
                + " where a.email = 'retrait@ville.test'");
        site.perform(post("/compte/cles/" + id + "/retrait").cookie(people.signIn("voisine@ville.test")))
                .andExpect(status().isSeeOther());
        assertThat(entered(device).getStatus())
                .as("somebody else removes nothing")
                .isEqualTo(303);
        Cookie byKey = Objects.requireNonNull(entered(device).getCookie("courant_session"));
        site.perform(post("/compte/cles/" + id + "/retrait").cookie(clerk)).andExpect(status().isSeeOther());
        assertThat(people.status("/compte", byKey))
                .as("the session it opened is over")
                .isEqualTo(303);
        assertThat(people.letter("retrait@ville.test").body()).contains("retirée");
        assertThat(entered(device).getStatus()).isEqualTo(400);
    }

    @Test
    void aKeyOpensNoAccountThatWasClosed() throws Exception {
        Device device = withAccount("ferme.cle@ville.test");
        people.closeAccount("ferme.cle@ville.test");
        MockHttpServletResponse entry = entered(device);
        assertThat(entry.getStatus()).isBetween(400, 499);
        assertThat(entry.getCookie("courant_session")).isNull();
    }

    @Test
    void anAnswerIsHeardOnce() throws Exception {
        Device device = withAccount("une.cle@ville.test");
        Asked asked = ask(post("/connexion/cle/question"));
        String answer = device.sign(asked.question());
        assertThat(answered("/connexion/cle", asked, answer).getStatus()).isEqualTo(303);
        assertThat(answered("/connexion/cle", asked, answer).getStatus()).isEqualTo(400);
    }

    @Test
    void anAnswerToTheQuestionOfAnotherBrowserIsRefused() throws Exception {
        Device device = withAccount("autre.navigateur@ville.test");
        String answer = device.sign(ask(post("/connexion/cle/question")).question());
        Asked another = ask(post("/connexion/cle/question"));
        assertThat(answered("/connexion/cle", another, answer).getStatus()).isEqualTo(400);
    }

    @Test
    void anAnswerMadeForAnotherSiteIsRefused() throws Exception {
        Device device = withAccount("hameconnage@ville.test");
        device.origin = "https://courant-exemple.test";
        assertThat(entered(device).getStatus()).isEqualTo(400);
    }

    @Test
    void aDeviceThatDidNotCheckWhoHoldsItIsRefused() throws Exception {
        Device device = withAccount("sans.verification@ville.test");
        device.verifies = false;
        assertThat(entered(device).getStatus()).isEqualTo(400);
        Cookie clerk = people.signIn("sans.verification@ville.test");
        Device careless = new Device();
        careless.verifies = false;
        assertThat(added(clerk, careless)).isEqualTo(400);
    }

    @Test
    void aCopyThatCountsFewerUsesIsRefused() throws Exception {
        Device device = withAccount("copie@ville.test");
        device.uses = 7;
        assertThat(entered(device).getStatus()).isEqualTo(303);
        device.uses = 6;
        assertThat(entered(device).getStatus()).isEqualTo(400);
    }

    @Test
    void aKeyThatNamesAnotherAccountIsRefused() throws Exception {
        Device device = withAccount("qui.suis.je@ville.test");
        device.nameAnother();
        assertThat(entered(device).getStatus()).isEqualTo(400);
    }

    @Test
    void aKeyOfOneAccountIsNotAddedToAnother() throws Exception {
        Device device = withAccount("premiere@ville.test");
        assertThat(added(people.signIn("seconde@ville.test"), device)).isEqualTo(400);
        assertThat(people.text("select string_agg(email, ' ') from courant.passkey join courant.account a"
                        + " on a.id = account_id where email in ('premiere@ville.test', 'seconde@ville.test')"))
                .isEqualTo("premiere@ville.test");
    }

    @Test
    void theQuestionAskedOfOnePersonAddsNothingToTheAccountOfAnother() throws Exception {
        Asked asked = ask(post("/compte/cles/question").cookie(people.signIn("demande@ville.test")));
        String answer = new Device().register(asked.question());
        Cookie another = people.signIn("profite@ville.test");
        assertThat(site.perform(post("/compte/cles")
                                .cookie(another, asked.browser())
                                .param("reponse", answer)
                                .param("cle", "à moi"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "null", "[]", "\"\"", "{\"response\":null}", "{\"id\":\"\",\"response\":{}}", "<a>"})
    void whatIsNoAnswerIsRefused(String noise) throws Exception {
        assertThat(answered("/connexion/cle", ask(post("/connexion/cle/question")), noise)
                        .getStatus())
                .isEqualTo(400);
        Cookie clerk = people.signIn("bruit@ville.test");
        Asked asked = ask(post("/compte/cles/question").cookie(clerk));
        assertThat(site.perform(post("/compte/cles")
                                .cookie(clerk, asked.browser())
                                .param("reponse", noise))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void onePlaceIsAskedFortyQuestionsAnHourAtMost() throws Exception {
        for (int i = 0; i < 40; i++) {
            site.perform(post("/connexion/cle/question")).andExpect(status().isOk());
        }
        site.perform(post("/connexion/cle/question")).andExpect(status().isTooManyRequests());
    }

    @Test
    void theApplicationsOwnRoleSeesNoKeyNobodyPresents() throws Exception {
        withAccount("invisible@ville.test");
        try (AsApplication intruder = new AsApplication(owner)) {
            for (String table :
                    new String[] {"passkey", "passkey_challenge", "provider_identity", "provider_request"}) {
                assertThat(intruder.number("select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    private Device withAccount(String email) throws Exception {
        Device device = new Device();
        assertThat(added(people.signIn(email), device)).isEqualTo(303);
        return device;
    }

    private int added(Cookie person, Device device) throws Exception {
        Asked asked = ask(post("/compte/cles/question").cookie(person));
        return site.perform(post("/compte/cles")
                        .cookie(person, asked.browser())
                        .param("reponse", device.register(asked.question()))
                        .param("cle", "Portable du greffe"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletResponse entered(Device device) throws Exception {
        Asked asked = ask(post("/connexion/cle/question"));
        return answered("/connexion/cle", asked, device.sign(asked.question()));
    }

    /// @param browser what the browser holds until it answers
    private record Asked(String question, Cookie browser) {}

    private Asked ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer =
                site.perform(request).andExpect(status().isOk()).andReturn().getResponse();
        return new Asked(answer.getContentAsString(), Objects.requireNonNull(answer.getCookie(BROWSER)));
    }

    private MockHttpServletResponse answered(String address, Asked asked, String answer) throws Exception {
        return site.perform(post(address).cookie(asked.browser()).param("reponse", answer))
                .andReturn()
                .getResponse();
    }
}
