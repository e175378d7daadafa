package courant.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// What a demonstration offers beside the site: its invented people, and the letters that never leave it.
final class Demonstration {
    static final String ADMINISTRATOR = "administration@courant.exemple";

    private Demonstration() {}

    /// Enters as one of the invented people.
    static void enterAs(Tab tab, String email) {
        tab.open("/demonstration/comptes");
        tab.follow(() -> tab.page()
                .locator("main button")
                .filter(new Locator.FilterOptions().setHasText(email))
                .first()
                .click());
    }

    /// The clerk of a town that acts on the site already, from the address of its public page.
    static String clerkOf(String townAddress) {
        return "greffe@" + townAddress.replaceFirst("/municipalites/\\d+-", "") + ".exemple";
    }

    /// The first link of the newest letter to an address, on the page of letters, which must be open.
    static Locator linkOfLetter(Page letters, String recipient) {
        return letters.locator("article.letter-sent")
                .filter(new Locator.FilterOptions().setHasText(recipient))
                .first()
                .locator("a")
                .first();
    }
}
