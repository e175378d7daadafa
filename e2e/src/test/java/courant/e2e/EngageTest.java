package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A council engages: from the draft of its resolution to the public page of its town, and back out.
@InBrowser
class EngageTest {
    /// An invented town whose MRC engaged, and which has no team yet.
    private static final String TOWN = "Grand-Méandre";

    private static final String CLERK = "direction@grand-meandre.exemple";
    private static final LocalDate LAST_SESSION = LocalDate.now().minusDays(10);

    private final Browsers browsers;

    EngageTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void threeClicksLeadFromHomeToTheDraftOfATown() {
        Tab tab = browsers.tab(Screen.WIDE_LIGHT);
        tab.open("/");
        follow(tab, tab.page().locator("nav.main > ul a[href='/s-engager']"));
        tab.page().getByLabel("Quelle est votre municipalité?").fill(TOWN);
        follow(tab, button(tab, "Générer le projet de résolution"));
        Download word = download(tab, "Télécharger le projet (Word)");
        assertEquals("projet-de-resolution-grand-meandre.docx", word.suggestedFilename());
        assertTrue(Papers.textOfDocx(word).contains(TOWN), "it names the town");
        assertTrue(begins(Papers.bytes(download(tab, "Télécharger le projet (PDF)")), "%PDF-"));
        assertEquals(List.of(), tab.complaints());
    }

    @Test
    void aTownWithoutATeamEngagesFromALetterToItsPublicPage() {
        FilePayload resolution = Papers.pdf("resolution-2026-245.pdf");
        try (Tab clerk = browsers.newPerson();
                Tab reviewer = browsers.newPerson()) {
            claim(clerk);
            follow(clerk, clerk.page().locator("a[href='/espace/engagement']").first());
            follow(clerk, button(clerk, "Déclarer notre intention"));
            assertEquals(List.of(), clerk.complaints());
            refusedAttempts(clerk);
            attach(clerk, LAST_SESSION, resolution);
            assertEquals(0, clerk.page().locator(".errors").count());
            assertEquals("en vérification", tag(clerk));
            publish(reviewer);
            assertEquals(List.of(), reviewer.complaints());
        }
        Tab visitor = browsers.tab(Screen.WIDE_LIGHT);
        openPublicPage(visitor);
        assertEquals("engagée", tag(visitor));
        assertTrue(lead(visitor).contains("Résolution 2026-245"), lead(visitor));
        Download published = download(visitor, "Lire la résolution");
        assertEquals("resolution-2026-245.pdf", published.suggestedFilename());
        assertArrayEquals(resolution.buffer, Papers.bytes(published));
        assertEquals(List.of(), visitor.complaints());
    }

    /// From the draft to the space of the town: the letter, its button, and the proof by the domain of the address.
    private static void claim(Tab clerk) {
        openPublicPage(clerk);
        assertEquals("couverte par sa MRC", tag(clerk));
        clerk.open("/s-engager?municipalite=" + TOWN);
        follow(clerk, link(clerk, "Déclarer en ligne"));
        assertEquals("Se connecter", clerk.heading());
        label(clerk, "Adresse de courriel").fill(CLERK);
        follow(clerk, button(clerk, "Recevoir un lien"));
        follow(clerk, link(clerk, "Courriels de la démonstration"));
        follow(clerk, Demonstration.linkOfLetter(clerk.page(), CLERK));
        follow(clerk, button(clerk, "Me connecter"));
        assertEquals("Agir pour une municipalité", clerk.heading());
        label(clerk, "Votre nom").fill("Marie Roy");
        label(clerk, "Votre fonction").fill("greffière");
        clerk.page().getByLabel("Votre travail").selectOption("clerk");
        assertTrue(
                clerk.page()
                        .getByLabel("est du domaine officiel grand-meandre.exemple")
                        .isChecked(),
                "the surest proof is offered first");
        follow(clerk, button(clerk, "Demander"));
        assertEquals("Mon espace", clerk.heading());
        assertEquals(TOWN, lead(clerk));
    }

    /// Each says what is wrong, at its place, and keeps what was written.
    private static void refusedAttempts(Tab clerk) {
        LocalDate future = LocalDate.now().plusDays(30);
        attach(clerk, future, Papers.pdf("resolution.pdf"));
        assertRefused(clerk, "seance", "La séance ne peut pas être à venir", future);
        attach(clerk, LAST_SESSION, Papers.text("resolution.txt"));
        assertRefused(clerk, "fichier", "Joignez la résolution en PDF, Word, JPEG ou PNG", LAST_SESSION);
    }

    private static void assertRefused(Tab clerk, String field, String sentence, LocalDate session) {
        Locator inSummary = clerk.page().locator(".errors a");
        assertTrue(inSummary.innerText().startsWith(sentence), inSummary::innerText);
        assertEquals("#" + field, inSummary.getAttribute("href"));
        Locator atField = clerk.page().locator("#" + field + "-erreur");
        assertTrue(atField.innerText().startsWith(sentence), atField::innerText);
        assertTrue(clerk.page().title().startsWith("Erreur"), clerk.page()::title);
        assertEquals("2026-245", label(clerk, "Numéro de la résolution").inputValue());
        assertEquals(session.toString(), label(clerk, "Date de la séance").inputValue());
        assertEquals(List.of(), clerk.barriers());
    }

    private static void attach(Tab clerk, LocalDate session, FilePayload file) {
        label(clerk, "Numéro de la résolution").fill("2026-245");
        label(clerk, "Date de la séance").fill(session.toString());
        label(clerk, "Résolution").setInputFiles(file);
        follow(clerk, button(clerk, "Envoyer pour vérification"));
    }

    private static void publish(Tab reviewer) {
        Demonstration.enterAs(reviewer, Demonstration.ADMINISTRATOR);
        follow(reviewer, link(reviewer, "Administration"));
        follow(reviewer, link(reviewer, "Résolutions à vérifier"));
        Locator waiting = reviewer.page().locator("section.card").filter(new Locator.FilterOptions().setHasText(TOWN));
        assertTrue(waiting.innerText().contains("Résolution 2026-245"), waiting::innerText);
        Download read = reviewer.page()
                .waitForDownload(() -> waiting.getByText("Ouvrir la résolution").click());
        assertTrue(begins(Papers.bytes(read), "%PDF-"));
        follow(reviewer, waiting.getByText("Publier", new Locator.GetByTextOptions().setExact(true)));
        assertEquals(0, waiting.count(), "it waits no more");
    }

    private static void openPublicPage(Tab tab) {
        tab.open("/municipalites?q=" + TOWN);
        assertEquals(TOWN, tab.heading());
    }

    @Test
    void aTownRenewsWithWhatItDidAndItsPageShowsIt() {
        String report = "Le conseil a adopté un plan; deux camionnettes électriques roulent depuis le printemps.";
        try (Tab clerk = browsers.newPerson()) {
            String town = townToRenew(clerk, Locator::first);
            Demonstration.enterAs(clerk, Demonstration.clerkOf(town));
            clerk.open("/espace/engagement");
            assertEquals("à renouveler", tag(clerk));
            renew(clerk, "4", report);
            assertEquals(
                    report,
                    label(clerk, "Ce qui a été fait, et ce qui n’a pas fonctionné")
                            .inputValue());
            assertEquals("#electriques", clerk.page().locator(".errors a").getAttribute("href"));
            renew(clerk, "40", report);
            assertEquals("engagée", tag(clerk));
            follow(clerk, link(clerk, "La page publique de votre municipalité"));
            assertEquals("engagée", tag(clerk));
            String page = clerk.page().locator("main").innerText();
            assertTrue(page.contains(report), page);
            assertTrue(page.contains("12 véhicules électriques sur 40"), page);
        }
    }

    private static void renew(Tab clerk, String vehicles, String report) {
        label(clerk, "Véhicules et machines du parc").fill(vehicles);
        label(clerk, "Dont entièrement électriques").fill("12");
        label(clerk, "Ce qui a été fait, et ce qui n’a pas fonctionné").fill(report);
        follow(clerk, button(clerk, "Renouveler et publier"));
    }

    @Test
    void aTownWithdrawsByResolutionAndItsPageSaysSo() {
        try (Tab clerk = browsers.newPerson()) {
            String town = townToRenew(clerk, Locator::last);
            Demonstration.enterAs(clerk, Demonstration.clerkOf(town));
            clerk.open("/espace/engagement");
            clerk.page().locator("summary").getByText("Retirer l’engagement").click();
            withdraw(clerk, LocalDate.now().plusDays(30));
            assertEquals("#seance-retrait", clerk.page().locator(".errors a").getAttribute("href"));
            assertEquals("2026-300", clerk.page().locator("#numero-retrait").inputValue());
            withdraw(clerk, LAST_SESSION);
            assertEquals("Confirmer le retrait de l’engagement", clerk.heading());
            follow(clerk, button(clerk, "Confirmer le retrait"));
            assertEquals("engagement retiré", tag(clerk));
            clerk.open(town);
            assertEquals("engagement retiré", tag(clerk));
            assertTrue(lead(clerk).contains("Le conseil a retiré son engagement le"), lead(clerk));
        }
    }

    private static void withdraw(Tab clerk, LocalDate session) {
        clerk.page().locator("#numero-retrait").fill("2026-300");
        clerk.page().locator("#seance-retrait").fill(session.toString());
        follow(clerk, button(clerk, "Retirer l’engagement"));
    }

    private interface Choice {
        Locator of(Locator links);
    }

    /// The address of the public page of a town whose renewal is due.
    private static String townToRenew(Tab tab, Choice choice) {
        tab.open("/municipalites?etat=a-renouveler");
        return choice.of(tab.page().locator("tbody th a")).getAttribute("href");
    }

    private static void follow(Tab tab, Locator place) {
        tab.follow(place::click);
    }

    private static Download download(Tab tab, String name) {
        return tab.page().waitForDownload(() -> link(tab, name).click());
    }

    private static boolean begins(byte[] bytes, String signature) {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(signature);
    }

    private static Locator link(Tab tab, String name) {
        return named(tab, "main a", name);
    }

    private static Locator button(Tab tab, String name) {
        return named(tab, "main button", name);
    }

    private static Locator named(Tab tab, String kind, String name) {
        return tab.page().locator(kind).and(tab.page().getByText(name, new Page.GetByTextOptions().setExact(true)));
    }

    private static Locator label(Tab tab, String label) {
        return tab.page().locator("main").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static String tag(Tab tab) {
        return tab.page().locator("main .tag").first().innerText();
    }

    private static String lead(Tab tab) {
        return tab.page().locator("main .lead").innerText();
    }
}
