package courant.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One tab for each [Screen], all of one person.
final class Screens implements AutoCloseable {
    static final String NOBODY = "{}";
    private static final List<Screen> EVERY_SCREEN =
            List.of(Screen.NARROW_LIGHT, Screen.WIDE_LIGHT, Screen.NARROW_DARK, Screen.WIDE_DARK);

    private final Browser chromium;
    private final Site site;
    private final String session;
    private final Map<Screen, Tab> tabs = new EnumMap<>(Screen.class);

    /// @param session what the person is signed in as, as [#session(Tab)] gives it
    Screens(Browser chromium, Site site, String session) {
        this.chromium = chromium;
        this.site = site;
        this.session = session;
    }

    static String session(Tab tab) {
        return context(tab).storageState();
    }

    private static BrowserContext context(Tab tab) {
        return tab.page().context();
    }

    Tab tab(Screen screen) {
        return tabs.computeIfAbsent(screen, this::newTab);
    }

    Tab newTab(Screen screen) {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(screen.scheme)
                // Nothing moves, so that what a test looks at has its final colours.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(screen.runsScripts)
                .setStorageState(session)
                .setLocale("fr-CA"));
        return new Tab(context.newPage(), site);
    }

    /// Opens a page on each screen that runs scripts, and tells what is wrong with it there.
    List<String> faults(String address) {
        return faults(address, EVERY_SCREEN);
    }

    /// Opens a page on some screens that run scripts, and tells what is wrong with it there.
    List<String> faults(String address, List<Screen> screens) {
        List<String> faults = new ArrayList<>();
        for (Screen screen : screens) {
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
        tabs.values().forEach(Tab::close);
    }
}
