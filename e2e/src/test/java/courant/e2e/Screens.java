package courant.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One tab for each [Screen], all of one person.
final class Screens implements AutoCloseable {
    static final String NOBODY = "{}";
    /// How many heads of stacked tables, which are for readers of the screen alone, are there to be seen.
    private static final String SEEN_HEADS = """
            [...document.querySelectorAll('.stack thead')].filter(head =>
              getComputedStyle(head).position === 'absolute' && (head.offsetWidth > 1 || head.offsetHeight > 1)).length
            """;

    private static final List<Screen> EVERY_WIDTH = List.of(Screen.NARROW_LIGHT, Screen.WIDE_LIGHT);

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

    /// Opens a page on a telephone and on a desk, by day and then by night, and tells what is wrong with it there.
    List<String> faults(String address) {
        return Stream.concat(faults(address, EVERY_WIDTH).stream(), faultsByNight())
                .toList();
    }

    /// Opens a page on some screens, and tells what is wrong with it there.
    List<String> faults(String address, List<Screen> screens) {
        return screens.stream().flatMap(screen -> faults(address, screen)).toList();
    }

    private Stream<String> faults(String address, Screen screen) {
        Tab tab = tab(screen);
        tab.open(address);
        List<String> found = new ArrayList<>(tab.complaints());
        int needed = ((Number) tab.page().evaluate("document.scrollingElement.scrollWidth")).intValue();
        if (needed > screen.width) {
            found.add("is %d px wide on a screen of %d px".formatted(needed, screen.width));
        }
        int seen = ((Number) tab.page().evaluate(SEEN_HEADS)).intValue();
        if (seen > 0) {
            found.add("shows the heads of %d stacked tables over its text".formatted(seen));
        }
        found.addAll(tab.barriers());
        return found.stream().map(fault -> screen + ": " + fault);
    }

    /// Night falls on the page that is open on the desk: colours alone change, and they do not depend on the width.
    private Stream<String> faultsByNight() {
        return tab(Screen.WIDE_LIGHT).barriersByNight().stream().map(fault -> "by night: " + fault);
    }

    @Override
    public void close() {
        tabs.values().forEach(Tab::close);
    }
}
