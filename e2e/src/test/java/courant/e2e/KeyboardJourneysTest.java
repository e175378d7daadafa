package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whole journeys without a mouse, from the home page to their end.
@InBrowser
class KeyboardJourneysTest {
    private final Tab tab;
    private final Page page;
    private final Keyboard keyboard;

    KeyboardJourneysTest(Browsers browsers) {
        tab = browsers.tab(Screen.WIDE_LIGHT);
        page = tab.page();
        keyboard = new Keyboard(tab);
    }

    @BeforeEach
    void startAtHome() {
        tab.open("/");
    }

    @Test
    void oneSearchesAndOpensTheFirstResult() {
        keyboard.chooseInMenu("Recherche");
        write(page.getByLabel("Que cherchez-vous?"), "biodiversite");
        tab.follow(() -> keyboard.press("Enter"));
        Locator first = page.locator("ol.results a").first();
        String title = first.innerText();
        keyboard.follow(first);
        assertEquals(title, tab.heading());
    }

    @Test
    void oneSubscribesToTheNewsletterAndConfirms() {
        String address = "clavier-infolettre@municipalite.example";
        keyboard.follow(page.locator("footer a[href='/infolettre']").first());
        write(page.getByLabel("Adresse de courriel"), address);
        keyboard.reach(page.locator("main input[type=checkbox]"));
        keyboard.press("Space");
        press("M’inscrire");
        followLetter(address);
        press("Confirmer mon inscription");
        assertEquals("Votre inscription est confirmée", tab.heading());
    }

    @Test
    void oneIsToldOfFundingAfterConfirming() {
        String address = "clavier-aide@municipalite.example";
        keyboard.chooseInMenu("Supports financiers");
        press("M’aviser");
        write(page.getByLabel("Adresse de courriel"), address);
        keyboard.reach(page.getByLabel("Une fois par semaine"));
        keyboard.press("ArrowDown");
        assertTrue(page.getByLabel("Une fois par jour").isChecked(), "the arrows choose");
        press("Recevoir ces alertes");
        followLetter(address);
        press("Confirmer");
        assertEquals("Votre alerte est confirmée", tab.heading());
    }

    @Test
    void oneTakesTheDraftOfAResolution() {
        keyboard.follow(page.locator("nav.main > ul a[href='/s-engager']"));
        write(page.getByLabel("Quelle est votre municipalité?"), "Laval");
        tab.follow(() -> keyboard.press("Enter"));
        keyboard.reach(named("Télécharger le projet (Word)"));
        Download draft = page.waitForDownload(() -> keyboard.press("Enter"));
        assertTrue(Papers.textOfDocx(draft).contains("Laval"), "it names the town");
    }

    private void write(Locator field, String words) {
        keyboard.reach(field);
        keyboard.type(words);
    }

    private void press(String name) {
        keyboard.follow(named(name));
    }

    private Locator named(String name) {
        return page.locator("main a, main button")
                .and(page.getByText(name, new Page.GetByTextOptions().setExact(true)));
    }

    private void followLetter(String address) {
        press("Courriels de la démonstration");
        keyboard.follow(Demonstration.linkOfLetter(page, address));
    }
}
