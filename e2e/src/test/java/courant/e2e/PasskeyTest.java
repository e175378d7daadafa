package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A person adds a passkey, comes back with it and no address, and takes it away.
@InBrowser
class PasskeyTest {
    private static final String CLERK = "greffe@l-anse-aux-bernaches.exemple";
    private static final String KEY = "Portable du greffe";

    private final Browsers browsers;

    PasskeyTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void aKeyOfTheDeviceOpensTheDoorUntilItIsTakenAway() {
        try (Tab clerk = browsers.newPerson()) {
            Demonstration.enterAs(clerk, CLERK);
            clerk.open("/compte");
            addDevice(clerk.page());
            clerk.page().getByLabel("Nom de la clé").fill(KEY);
            clerk.follow(() -> button(clerk, "Ajouter une clé d’accès").click());
            assertTrue(row(clerk).innerText().contains("jamais"), "it was never used");
            assertEquals(List.of(), clerk.barriers());

            leaveAndComeBack(clerk);
            assertEquals("Mon espace", clerk.heading());
            clerk.open("/compte");
            assertTrue(!row(clerk).innerText().contains("jamais"), "its use is noted");
            clerk.follow(() -> button(clerk, "Retirer " + KEY).click());
            assertEquals(0, row(clerk).count());

            leaveAndComeBack(clerk);
            assertEquals("Se connecter", clerk.heading());
            Locator refusal = clerk.page().locator(".errors");
            assertTrue(refusal.innerText().contains("Cette clé d’accès n’ouvre aucun compte"), refusal::innerText);
            assertEquals(List.of(), clerk.barriers());
        }
    }

    /// One built into the computer, which verifies who uses it.
    private static void addDevice(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        for (String ability :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            device.addProperty(ability, true);
        }
        JsonObject parameters = new JsonObject();
        parameters.add("options", device);
        browser.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private static void leaveAndComeBack(Tab clerk) {
        clerk.follow(() -> button(clerk, "Se déconnecter").click());
        clerk.open("/connexion");
        clerk.follow(() -> button(clerk, "Se connecter avec une clé d’accès").click());
    }

    private static Locator row(Tab clerk) {
        return clerk.page().locator("tr").filter(new Locator.FilterOptions().setHasText(KEY));
    }

    private static Locator button(Tab tab, String name) {
        return tab.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
