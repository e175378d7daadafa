package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every page, on a telephone and on a desk, by day and by night.
@InBrowser
class ScreensTest {
    @TestFactory
    Stream<DynamicTest> everyPageIsAccessibleSilentAndFitsItsScreen(Walk walk, Browsers browsers) {
        return walk.visits().stream()
                .map(visit -> DynamicTest.dynamicTest(
                        visit.address(), () -> assertEquals(List.of(), faults(visit.address(), browsers))));
    }

    private static List<String> faults(String address, Browsers browsers) {
        List<String> faults = new ArrayList<>();
        for (Screen screen : List.of(Screen.NARROW_LIGHT, Screen.WIDE_LIGHT, Screen.NARROW_DARK, Screen.WIDE_DARK)) {
            Tab tab = browsers.tab(screen);
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
}
