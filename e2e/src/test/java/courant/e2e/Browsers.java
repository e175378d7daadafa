package courant.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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

    /// Opens a page on each screen that runs scripts, and tells what is wrong with it there.
    List<String> faults(String address) {
        List<String> faults = new ArrayList<>();
        for (Screen screen : List.of(Screen.NARROW_LIGHT, Screen.WIDE_LIGHT, Screen.NARROW_DARK, Screen.WIDE_DARK)) {
            Tab tab = tab(screen);
            tab.open(address);
            List<String> found = new ArrayList<>(tab.complaints());
            int needed = ((Number) tab.page().evaluate("document.scrollingElement.scrollWidth")).intValue();
            if (needed > screen.width) {
                found.add("is %d px wide on a screen of %d px".formatted(needed, screen.width));
            }
            // Colours alone change at night, and they do not depend on the width.
            if (screen != Screen.NARROW_DARK) {
                found.addAll(tab.barriers());
            }
            found.forEach(fault -> faults.add(screen + ": " + fault));
        }
        return faults;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
