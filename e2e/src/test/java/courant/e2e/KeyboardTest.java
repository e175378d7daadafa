package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Everything can be reached, seen and done without a mouse.
@InBrowser
class KeyboardTest {
    private final Tab tab;
    private final Page page;
    private final Keyboard keyboard;

    KeyboardTest(Browsers browsers) {
        tab = browsers.tab(Screen.WIDE_LIGHT);
        page = tab.page();
        keyboard = new Keyboard(tab);
    }

    @BeforeEach
    void startAtHome() {
        tab.open("/");
    }

    @Test
    void theSkipLinkComesFirstAndLeadsToTheContent() {
        keyboard.press("Tab");
        assertEquals("Aller au contenu", focused().innerText());
        keyboard.press("Enter");
        assertEquals("main", focused().evaluate("place => place.localName"));
        keyboard.press("Tab");
        assertEquals(1, page.locator("main :focus").count(), "the next stop is in the content");
    }

    @Test
    void theMenuOpensByEnterAndClosesByEscape() {
        Locator summary = page.locator("details.menu summary");
        Locator firstEntry = page.locator("details.menu a").first();
        keyboard.reach(summary);
        assertFalse(firstEntry.isVisible());
        keyboard.press("Enter");
        assertTrue(firstEntry.isVisible());
        keyboard.press("Tab");
        assertEquals(firstEntry.innerText(), focused().innerText());
        keyboard.press("Escape");
        assertFalse(firstEntry.isVisible());
        assertEquals(summary.innerText(), focused().innerText());
    }

    @TestFactory
    Stream<DynamicTest> theFocusGoesEverywhereShowsAndLeaves(Walk walk) {
        return walk.frenchOfEachKind(1).stream()
                .map(visit -> DynamicTest.dynamicTest(visit.address(), () -> {
                    tab.open(visit.address());
                    assertEquals(Set.of(), keyboard.obstacles(), visit.address());
                }));
    }

    @Test
    void oneFindsATown() {
        keyboard.reach(page.getByLabel("Quelle est votre municipalité?"));
        keyboard.type("laval");
        tab.follow(() -> keyboard.press("Enter"));
        assertEquals("Laval", tab.heading());
    }

    @Test
    void oneChoosesATownAmongThoseThatBeginSo() {
        keyboard.reach(page.getByLabel("Quelle est votre municipalité?"));
        keyboard.type("rimous");
        tab.follow(() -> keyboard.press("Enter"));
        keyboard.follow(page.locator("main tbody a[href$='-rimouski']").first());
        assertEquals("Rimouski", tab.heading());
    }

    @Test
    void oneReadsAWorkstream() {
        keyboard.follow(page.locator("nav.main > ul a[href='/chantiers']"));
        keyboard.follow(page.locator("main a[href='/chantiers/mobilite']").first());
        assertEquals("Mobilité", tab.heading());
    }

    @Test
    void oneReadsTheNewsAndComesBack() {
        keyboard.chooseInMenu("Actualités");
        keyboard.follow(page.locator("main a[href^='/actualites/2']").first());
        keyboard.follow(page.locator("main")
                .getByText("Toutes les actualités", new Locator.GetByTextOptions().setExact(true))
                .last());
        assertEquals("Actualités", tab.heading());
    }

    @Test
    void oneFindsAProgramme() {
        keyboard.chooseInMenu("Supports financiers");
        Locator programme = page.locator("main a[href^='/aide-financiere/']").first();
        String name = programme.innerText();
        keyboard.follow(programme);
        assertEquals(name, tab.heading());
    }

    @Test
    void oneAsksForTheNewsletter() {
        keyboard.follow(page.locator("footer a[href='/infolettre']").first());
        keyboard.reach(page.locator("main input[type=email]"));
        keyboard.type("greffe@municipalite.example");
        keyboard.reach(page.locator("main input[type=checkbox]"));
        keyboard.press("Space");
        keyboard.follow(page.locator("main form button"));
        assertEquals(0, page.locator(".errors").count());
    }

    private Locator focused() {
        return page.locator(":focus");
    }
}
