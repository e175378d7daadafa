package courant.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.SiteTest;
import courant.platform.database.AsApplication;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// Coming in, going out, and what a link or a password of somebody else is worth.
@SpringBootTest(properties = {"courant.demonstration=true", "courant.administrators=chef@operateur.test"})
@AutoConfigureMockMvc
class SignInTest extends SiteTest {
    @Test
    void aLinkSignsInOnceAndNoMore() throws Exception {
        site.perform(post("/connexion/lien").param("courriel", "une.fois@ville.test"));
        String link = people.links("une.fois@ville.test").getFirst();
        site.perform(post(link)).andExpect(status().isSeeOther()).andExpect(header().string("Location", "/espace"));
        site.perform(post(link)).andExpect(status().isNotFound());
    }

    @Test
    void openingALinkSignsNobodyIn() throws Exception {
        site.perform(post("/connexion/lien").param("courriel", "scanner@ville.test"));
        String link = people.links("scanner@ville.test").getFirst();
        assertThat(site.perform(get(link)).andReturn().getResponse().getCookies())
                .isEmpty();
        assertThat(site.perform(head(link)).andReturn().getResponse().getCookies())
                .isEmpty();
        site.perform(post(link)).andExpect(status().isSeeOther());
    }

    @Test
    void anExpiredLinkIsWorthNothing() throws Exception {
        site.perform(post("/connexion/lien").param("courriel", "tard@ville.test"));
        String link = people.links("tard@ville.test").getFirst();
        people.run(
                "update courant.sign_in_link set expires_at = now() - interval '1 second' where email = 'tard@ville.test'");
        site.perform(post(link)).andExpect(status().isNotFound());
    }

    @Test
    void aLinkLeadsOnlyToPagesOfThisSite() throws Exception {
        for (String elsewhere :
                new String[] {"https://ailleurs.test/", "//ailleurs.test", "/\\ailleurs.test", "javascript:x"}) {
            site.perform(
                    post("/connexion/lien").param("courriel", "loin@ville.test").param("suite", elsewhere));
            String link = people.links("loin@ville.test").getFirst().split("\\?")[0];
            site.perform(post(link).param("suite", elsewhere)).andExpect(header().string("Location", "/espace"));
            people.run("delete from courant.sign_in_attempt");
        }
    }

    @Test
    void oneAddressReceivesFiveLinksAnHourAtMost() throws Exception {
        for (int i = 0; i < 9; i++) {
            site.perform(post("/connexion/lien").param("courriel", "souvent@ville.test"))
                    .andExpect(status().isSeeOther());
        }
        assertThat(people.text("select count(*) from courant.mail where recipient = 'souvent@ville.test'"))
                .isEqualTo("5");
        people.run("delete from courant.sign_in_attempt");
    }

    @Test
    void aPasswordOpensTheDoorAndAWrongOneSaysNothing() throws Exception {
        Cookie session = people.signIn("motdepasse@ville.test");
        site.perform(post("/compte/motdepasse").cookie(session).param("motdepasse", "trop court"))
                .andExpect(status().isBadRequest());
        for (String guessed : new String[] {" ".repeat(12), "a".repeat(14), "motdepasse@ville.test"}) {
            site.perform(post("/compte/motdepasse").cookie(session).param("motdepasse", guessed))
                    .andExpect(status().isBadRequest());
        }
        site.perform(post("/compte/motdepasse").cookie(session).param("motdepasse", "neuf bornes sous la neige"))
                .andExpect(status().isSeeOther());
        assertThat(people.text("select password_hash from courant.account where email = 'motdepasse@ville.test'"))
                .startsWith("$argon2id$");
        site.perform(post("/connexion")
                        .param("courriel", "motdepasse@ville.test")
                        .param("motdepasse", "neuf bornes sous la neige"))
                .andExpect(status().isSeeOther());
        String wrong = wrong("motdepasse@ville.test");
        assertThat(wrong.replace("motdepasse@ville.test", "x"))
                .isEqualTo(wrong("personne@ville.test").replace("personne@ville.test", "x"));
    }

    @Test
    void manyWrongPasswordsAtOnceKeepNobodyElseWaiting() throws Exception {
        people.run("delete from courant.sign_in_attempt");
        List<Thread> tries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String email = "foule." + i + "@ville.test";
            tries.add(Thread.ofVirtual().start(() -> wrongly(email)));
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            site.perform(get("/sante")).andExpect(status().isOk());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        for (Thread one : tries) {
            one.join();
        }
        people.run("delete from courant.sign_in_attempt");
    }

    private void wrongly(String email) {
        try {
            site.perform(post("/connexion").param("courriel", email).param("motdepasse", "autre chose, enfin"));
        } catch (Exception unseen) {
            throw new IllegalStateException(unseen);
        }
    }

    @Test
    void whoTakesThePasswordAwayIsToldAndIsAloneAfterwards() throws Exception {
        Cookie owner = people.signIn("sans.motdepasse@ville.test");
        site.perform(post("/compte/motdepasse").cookie(owner).param("motdepasse", "neuf bornes sous la neige"));
        Cookie other = people.signIn("sans.motdepasse@ville.test");
        site.perform(post("/compte/motdepasse/retrait").cookie(owner)).andExpect(status().isSeeOther());
        assertThat(people.status("/compte", other)).isEqualTo(303);
        assertThat(people.letter("sans.motdepasse@ville.test").body()).contains("vient d’être retiré");
    }

    private String wrong(String email) throws Exception {
        return site.perform(post("/connexion").param("courriel", email).param("motdepasse", "autre chose, enfin"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void sessionsAreListedAndEnded() throws Exception {
        Cookie first = people.signIn("deux@ville.test");
        Cookie second = people.signIn("deux@ville.test");
        assertThat(people.page("/compte", second)).contains("Terminer toutes les autres");
        site.perform(post("/compte/sessions/fin").cookie(second)).andExpect(status().isSeeOther());
        assertThat(people.status("/compte", first)).isEqualTo(303);
        assertThat(people.status("/compte", second)).isEqualTo(200);
        site.perform(post("/deconnexion").cookie(second));
        assertThat(people.status("/compte", second)).isEqualTo(303);
    }

    @Test
    void aFormSentAfterTheSessionEndedIsRefusedAndNothingIsChanged() throws Exception {
        site.perform(post("/compte/nom").param("nom", "Quelqu'un")).andExpect(status().isUnauthorized());
    }

    @Test
    void theSettingsNameTheFirstAdministrator() throws Exception {
        Cookie chief = people.signIn("chef@operateur.test");
        assertThat(people.status("/admin/rattachements", chief)).isEqualTo(200);
        assertThat(people.status("/admin/rattachements", people.signIn("autre@operateur.test")))
                .isEqualTo(403);
    }

    @Test
    void noBrowserKeepsAPageOfSomebodySignedIn() throws Exception {
        site.perform(get("/compte").cookie(people.signIn("cache@ville.test")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void aPageThatOpensOursHasNoHoldOnThoseOfSomebodySignedInOrSigningIn() throws Exception {
        String header = "Cross-Origin-Opener-Policy";
        Cookie signedIn = people.signIn("ouvert@ville.test");
        for (String address : List.of("/compte", "/", "/chantiers/mobilite")) {
            site.perform(get(address).cookie(signedIn)).andExpect(header().string(header, "same-origin"));
        }
        for (String address : List.of("/connexion", "/en/connexion", "/connexion/envoye")) {
            site.perform(get(address)).andExpect(header().string(header, "same-origin"));
        }
        site.perform(get("/chantiers/mobilite")).andExpect(header().doesNotExist(header));
    }

    @Test
    void theApplicationsOwnRoleSeesNobodyWhenNobodyActs() throws Exception {
        people.signIn("prive@ville.test");
        try (AsApplication intruder = new AsApplication(owner)) {
            for (String table :
                    new String[] {"account", "membership", "session", "sign_in_link", "invitation", "claim", "mandate"
                    }) {
                assertThat(intruder.number("select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }
}
