package courant.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/// One Chromium, and in it the [Screens] that one test after the other uses, signed in as nobody.
final class Browsers implements AutoCloseable {
    private final Site site;
    private final Playwright playwright;
    private final Browser chromium;
    private final Screens everybody;

    private Browsers(Site site, Playwright playwright, Browser chromium) {
        this.site = site;
        this.playwright = playwright;
        this.chromium = chromium;
        this.everybody = new Screens(chromium, site, Screens.NOBODY);
    }

    static Browsers open(Site site) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Our own pages alone are read: the sandbox, which root cannot have, protects nothing here.
        Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.find().orElseThrow())
                        .setChromiumSandbox(false)
                        .setArgs(Chromium.QUIET));
        return new Browsers(site, playwright, chromium);
    }

    Tab tab(Screen screen) {
        return everybody.tab(screen);
    }

    /// Opens a page on each screen that runs scripts, and tells what is wrong with it there.
    List<String> faults(String address) {
        return everybody.faults(address);
    }

    /// Opens a page on some screens that run scripts, and tells what is wrong with it there.
    List<String> faults(String address, List<Screen> screens) {
        return everybody.faults(address, screens);
    }

    /// A tab of a person who is alone in her browser, and who may sign in.
    Tab newPerson() {
        return everybody.newTab(Screen.WIDE_LIGHT);
    }

    /// The same person on other screens.
    Screens screensOf(Tab person) {
        return new Screens(chromium, site, Screens.session(person));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
