package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Draws the pictures of the documentation, when asked by `-Dcourant.screenshots=true`.
@EnabledIfSystemProperty(named = "courant.screenshots", matches = "true")
@InBrowser
class Screenshots {
    private static final Path IMAGES = Site.ROOT.resolve("docs").resolve("images");
    private static final int LARGEST = 400_000;

    @Test
    void ofTheMainPagesByDayAndByNight(Browsers browsers) throws IOException {
        Files.createDirectories(IMAGES);
        for (Screen screen : List.of(Screen.WIDE_LIGHT, Screen.WIDE_DARK)) {
            Tab tab = browsers.tab(screen);
            draw(tab, screen, "accueil", "/");
            draw(tab, screen, "chantier", "/chantiers/mobilite");
            draw(tab, screen, "article", "/actualites/2021/partenariat-umq-propulsion-quebec");
            draw(tab, screen, "municipalite", firstLink(tab, "/municipalites?q=laval", "/municipalites/"));
            draw(tab, screen, "aide-financiere", "/aide-financiere");
            draw(tab, screen, "analyser", "/analyser");
            drawThePlan(tab, screen);
        }
    }

    private static void drawThePlan(Tab tab, Screen screen) {
        Page page = tab.page();
        tab.open("/analyser");
        tab.follow(() -> page.locator("form[action='/analyser/exemple'] button").click());
        draw(tab, screen, "compris");
        page.locator("#municipalite").fill("Laval");
        page.locator("#choix input[name=code]").first().waitFor();
        tab.follow(() -> page.locator(".town-form button").click());
        page.locator(".papers").waitFor();
        draw(tab, screen, "mon-plan");
    }

    private static String firstLink(Tab tab, String list, String start) {
        tab.open(list);
        return String.valueOf(
                tab.page().locator("main a[href^='" + start + "']").first().getAttribute("href"));
    }

    private static void draw(Tab tab, Screen screen, String name, String address) {
        tab.open(address);
        draw(tab, screen, name);
    }

    private static void draw(Tab tab, Screen screen, String name) {
        Path file = IMAGES.resolve(name + (screen == Screen.WIDE_DARK ? "-nuit.png" : ".png"));
        int size = tab.page().screenshot(new Page.ScreenshotOptions().setPath(file)).length;
        assertTrue(size < LARGEST, () -> "%s has %d bytes".formatted(file.getFileName(), size));
    }
}
