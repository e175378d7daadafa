package courant.e2e;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Someone who has no mouse.
final class Keyboard {
    private static final int PATIENCE = 2_000;

    /// Numbers the places where Tab must stop, and keeps how each looks before it has the focus.
    private static final String COUNT_STOPS = """
            () => {
              const looks = element => {
                const looks = [];
                for (let e = element; e && e !== document.body && looks.length < 4; e = e.parentElement) {
                  const style = getComputedStyle(e);
                  const outline = style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor;
                  looks.push(outline + style.boxShadow);
                }
                return looks.join();
              };
              const radios = new Set();
              const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden'
                  && e.checkVisibility({visibilityProperty: true}))
                .filter(e => e.type !== 'radio' || !radios.has(e.name) && radios.add(e.name));
              window.courant = {stops, looks, before: stops.map(looks)};
              return stops.map(e => e.outerHTML.substring(0, 120));
            }""";

    private static final String LOOK_AT_FOCUS = """
            () => {
              const element = document.activeElement;
              if (!element || element === document.body) return null;
              const {stops, looks, before} = window.courant;
              const stop = stops.findIndex(e => e === element
                || e.type === 'radio' && e.name === element.name && element.type === 'radio');
              const whole = element.getBoundingClientRect();
              // A region taller than the screen shows a part of itself.
              const left = Math.max(whole.left, 0), top0 = Math.max(whole.top, 0);
              const box = {left, top: top0, width: Math.min(whole.right, innerWidth) - left, height: Math.min(whole.bottom, innerHeight) - top0};
              const shows = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([x, y]) => {
                const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
                return top && (element.contains(top) || top.contains(element) || [...element.labels ?? []].includes(top));
              });
              return {stop, seen: stop < 0 || looks(element) !== before[stop], hidden: !shows};
            }""";

    private final Tab tab;

    Keyboard(Tab tab) {
        this.tab = tab;
    }

    /// Goes through the whole page with Tab.
    ///
    /// @return places where the focus does not go, does not show, or is covered; and whether it never comes out
    Set<String> obstacles() {
        List<String> stops = names(tab.page().evaluate(COUNT_STOPS));
        Set<String> obstacles = new TreeSet<>();
        List<Integer> order = new ArrayList<>();
        while (true) {
            press("Tab");
            if (!(tab.page().evaluate(LOOK_AT_FOCUS) instanceof Map<?, ?> focus)) {
                break;
            }
            int stop = ((Number) Objects.requireNonNull(focus.get("stop"))).intValue();
            // A date has several fields in one place.
            boolean still = !order.isEmpty() && order.getLast() == stop;
            // From the last place Chromium goes to its own buttons, or straight back to the first place.
            if (!still && !order.isEmpty() && stop == order.getFirst() && order.getLast() == stops.size() - 1) {
                break;
            }
            if (!still && stop >= 0 && order.contains(stop) || order.size() > PATIENCE) {
                obstacles.add("the focus goes round without leaving the page, from " + stops.get(order.getLast()));
                break;
            }
            order.add(stop);
            if (Boolean.FALSE.equals(focus.get("seen"))) {
                obstacles.add("the focus does not show on " + stops.get(stop));
            }
            if (stop >= 0 && Boolean.TRUE.equals(focus.get("hidden"))) {
                obstacles.add("the focus is covered on " + stops.get(stop));
            }
        }
        for (int stop = 0; stop < stops.size(); stop++) {
            if (!order.contains(stop)) {
                obstacles.add("Tab never stops at " + stops.get(stop));
            }
        }
        return obstacles;
    }

    private static List<String> names(Object stops) {
        return ((List<?>) stops).stream().map(String::valueOf).toList();
    }

    /// Presses Tab until the focus is where it should go.
    void reach(Locator place) {
        for (int pressed = 0; pressed < PATIENCE; pressed++) {
            if (Boolean.TRUE.equals(place.evaluate("place => place === document.activeElement"))) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("Tab never stops at " + place);
    }

    /// Reaches a link or a button and presses Enter.
    void follow(Locator place) {
        reach(place);
        tab.follow(() -> press("Enter"));
    }

    /// Opens the menu, which is on every page, and follows an entry.
    void chooseInMenu(String entry) {
        reach(tab.page().locator("details.menu summary"));
        press("Enter");
        follow(tab.page().locator("details.menu").getByText(entry, new Locator.GetByTextOptions().setExact(true)));
    }

    void press(String key) {
        tab.page().keyboard().press(key);
    }

    void type(String words) {
        tab.page().keyboard().type(words);
    }
}
