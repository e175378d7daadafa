package courant.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A tab of the browser that takes note of what goes wrong in it.
final class Tab implements AutoCloseable {
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Page page;
    private final Site site;
    private final List<String> complaints = new ArrayList<>();
    private int loads;

    Tab(Page page, Site site) {
        this.page = page;
        this.site = site;
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.onLoad(loaded -> loads++);
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("script failed: " + error));
        page.onRequest(request -> {
            URI address = URI.create(request.url().replace('|', ' ').strip());
            if (!site.owns(address) && !"data".equals(address.getScheme()) && !"blob".equals(address.getScheme())) {
                complaints.add("request to another site: " + request.url());
            }
        });
    }

    private void hear(ConsoleMessage message) {
        boolean expected = message.location().startsWith(site.at(Walk.MISSING).toString());
        if (message.type().equals("error") && !expected) {
            complaints.add("console: " + message.text());
        }
    }

    Page page() {
        return page;
    }

    Response open(String address) {
        // What the page before still has to say is heard first.
        page.navigate("about:blank");
        complaints.clear();
        return page.navigate(site.at(address).toString());
    }

    /// Does what makes the browser ask for another page, and waits for that page.
    ///
    /// @return the last answer, after redirects
    Response follow(Runnable action) {
        int before = loads;
        Response answer = page.waitForResponse(
                response -> response.request().isNavigationRequest()
                        && (response.status() < 300 || response.status() >= 400),
                action);
        // The answer comes first, while the page before is still shown.
        page.waitForCondition(() -> loads > before);
        return answer;
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    /// What went wrong since the page was opened.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Closes it with its own window of the browser, and what it was signed in as.
    @Override
    public void close() {
        page.context().close();
    }

    /// What axe finds against WCAG 2.2 AA in the page as it now stands.
    List<String> barriers() {
        return new AxeBuilder(page)
                        // The pages have no frames, for which alone the other mode opens a second tab.
                        .setLegacyMode(true)
                        .withTags(WCAG_22_AA)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Tab::sentence)
                        .toList();
    }

    private static String sentence(Rule rule) {
        return "axe %s (%s): %s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .map(CheckedNode::getHtml)
                                .limit(3)
                                .collect(Collectors.joining(" | ")));
    }
}
