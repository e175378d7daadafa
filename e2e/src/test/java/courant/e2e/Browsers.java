package courant.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.EnumMap;
import java.util.Map;

/// One Chromium, and in it one tab for each [Screen], used by one test after the other.
final class Browsers implements AutoCloseable {
    private final Site site;
    private final Playwright playwright;
    private final Browser chromium;
    private final Map<Screen, Tab> tabs = new EnumMap<>(Screen.class);

    private Browsers(Site site, Playwright playwright, Browser chromium) {
        this.site = site;
        this.playwright = playwright;
        this.chromium = chromium;
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
        return tabs.computeIfAbsent(screen, this::newTab);
    }

    private Tab newTab(Screen screen) {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(screen.scheme)
                // Nothing moves, so that what a test looks at has its final colours.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(screen.runsScripts)
                .setLocale("fr-CA"));
        return new Tab(context.newPage(), site);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
