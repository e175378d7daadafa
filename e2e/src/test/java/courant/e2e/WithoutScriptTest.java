package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/// Scripts are comfort only: without them every page reads the same, the menu opens and the forms are answered.
@InBrowser
class WithoutScriptTest {
    private static final String HEADINGS_AND_LINKS = "main h1, main h2, main h3, main a";

    @Test
    void theMenuOpens(Browsers browsers) {
        Tab tab = browsers.tab(Screen.WITHOUT_SCRIPT);
        tab.open("/");
        Locator firstEntry = tab.page().locator("details.menu a").first();
        assertFalse(firstEntry.isVisible());
        tab.page().locator("details.menu summary").click();
        assertTrue(firstEntry.isVisible());
    }

    @TestFactory
    Stream<DynamicTest> everyHeadingAndLinkIsThere(Walk walk, Browsers browsers) {
        return walk.frenchOfEachKind(1).stream()
                .map(visit -> DynamicTest.dynamicTest(visit.address(), () -> {
                    Set<String> missing = read(browsers.tab(Screen.WIDE_LIGHT), visit.address());
                    missing.removeAll(read(browsers.tab(Screen.WITHOUT_SCRIPT), visit.address()));
                    assertEquals(Set.of(), missing, visit.address());
                }));
    }

    private static Set<String> read(Tab tab, String address) {
        tab.open(address);
        Set<String> texts =
                new LinkedHashSet<>(tab.page().locator(HEADINGS_AND_LINKS).allInnerTexts());
        assertTrue(texts.contains(tab.heading()), "the page can be read");
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsAnswered(Walk walk, Browsers browsers) {
        Map<String, String> pageOfForm = new LinkedHashMap<>();
        for (Visit visit : walk.frenchOfEachKind(1)) {
            for (Element form : visit.all("form")) {
                // A form with a file has its own journey; one that is hidden waits for a script, and is not offered.
                if (!form.getAttribute("enctype").equals("multipart/form-data") && !form.hasAttribute("hidden")) {
                    pageOfForm.putIfAbsent(form.getAttribute("action"), visit.address());
                }
            }
        }
        assertFalse(pageOfForm.isEmpty(), "the site has forms");
        return pageOfForm.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.getKey(),
                        () -> submit(browsers.tab(Screen.WITHOUT_SCRIPT), form.getValue(), form.getKey())));
    }

    private static void submit(Tab tab, String address, String action) {
        tab.open(address);
        Locator form = tab.page().locator("form[action=\"" + action + "\"]").first();
        // A form may be folded away.
        Locator folded = tab.page().locator("details:not([open])", new Page.LocatorOptions().setHas(form));
        if (folded.count() > 0) {
            folded.first().locator("summary").first().click();
        }
        for (Locator field : form.locator("input, select, textarea").all()) {
            fill(field);
        }
        Response answer = tab.follow(
                () -> form.locator("button:not([type=button])").first().click());
        assertTrue(answer.status() < 400, () -> "the answer is " + answer.status());
        assertFalse(tab.heading().isEmpty());
        // One of the forms signs somebody in; the tab stays nobody's.
        tab.page().context().clearCookies();
    }

    /// Gives a required field something that a person might write.
    private static void fill(Locator field) {
        if (!field.isVisible() || field.getAttribute("required") == null) {
            return;
        }
        String tag = String.valueOf(field.evaluate("field => field.localName"));
        String type = field.getAttribute("type");
        switch (tag.equals("input") && type != null ? type : tag) {
            case "email" -> field.fill("greffe@municipalite.example");
            case "checkbox", "radio" -> field.check();
            case "number" -> field.fill("12");
            case "date" -> field.fill("2027-03-01");
            case "url" -> field.fill("https://municipalite.example/");
            case "tel" -> field.fill("418 555-0100");
            case "select" -> field.selectOption(field.locator("option").last().getAttribute("value"));
            default -> field.fill("Laval");
        }
    }
}
