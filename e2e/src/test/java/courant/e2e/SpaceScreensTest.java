package courant.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Every page behind the sign-in, on a telephone and on a desk, by day and by night.
@InBrowser
@TestInstance(Lifecycle.PER_CLASS)
class SpaceScreensTest {
    private static final List<String> OF_EVERYBODY = List.of("/espace", "/espace/equipe", "/espace/journal", "/compte");

    /// Clerks of invented towns whose commitment stands each elsewhere.
    private static final String OF_A_DRAFT = "greffe@l-anse-aux-bernaches.exemple";

    private static final String OF_A_PUBLISHED_COMMITMENT = "greffe@val-des-erables.exemple";
    private static final String OF_ONE_SOON_DUE = "greffe@mont-lieval.exemple";
    private static final String OF_A_WITHDRAWN_COMMITMENT = "greffe@pointe-boreale.exemple";
    private static final String OF_A_REPORT = "greffe@riviere-cendree.exemple";
    private static final String OF_AN_MRC = "accompagnement@trois-versants.exemple";

    private static final String TEXT = "/admin/textes/pages/a-propos/fr";

    private final Browsers browsers;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Tab administrator;

    SpaceScreensTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @BeforeAll
    void enter() {
        administrator = enterAs(Demonstration.ADMINISTRATOR);
    }

    @AfterAll
    void leave() throws Exception {
        for (AutoCloseable open : opened.reversed()) {
            open.close();
        }
    }

    private Tab enterAs(String email) {
        Tab tab = browsers.newPerson();
        opened.add(tab);
        Demonstration.enterAs(tab, email);
        return tab;
    }

    @TestFactory
    Stream<DynamicTest> theSpaceOfATown() {
        return Stream.concat(
                soundOn(
                        enterAs(OF_A_DRAFT),
                        Stream.concat(OF_EVERYBODY.stream(), Stream.of("/espace/engagement", "/espace/rattachement"))),
                Stream.of(OF_A_PUBLISHED_COMMITMENT, OF_ONE_SOON_DUE, OF_A_WITHDRAWN_COMMITMENT, OF_AN_MRC)
                        .flatMap(clerk -> soundOn(enterAs(clerk), Stream.of("/espace/engagement"))));
    }

    @TestFactory
    Stream<DynamicTest> theSpaceOfTheAdministrator() {
        return soundOn(administrator, OF_EVERYBODY.stream());
    }

    @TestFactory
    Stream<DynamicTest> theAdministrationAndAllItLinksTo() {
        waitForTheAdministrator();
        administrator.open("/admin");
        Set<String> addresses = new LinkedHashSet<>(List.of("/admin"));
        addresses.addAll(links("main .tasks a"));
        assertTrue(addresses.size() > 8, addresses::toString);
        return soundOn(administrator, addresses.stream());
    }

    /// What makes the lists of the administration longer than nothing: a claim, a message and an issue.
    private void waitForTheAdministrator() {
        Tab guest = browsers.tab(Screen.WIDE_LIGHT);
        guest.open("/nous-joindre");
        guest.page().getByLabel("Adresse de courriel").fill("mairie@municipalite.example");
        guest.page().locator("#message").fill("Bonjour.\nComment joindre un regroupement?");
        guest.follow(() -> guest.page().locator("main form button").click());

        Tab clerk = enterAs(OF_A_DRAFT);
        clerk.open("/espace/rattachement?municipalite=Haverval");
        clerk.page().locator("#nom").fill("Marie Roy");
        clerk.page().locator("#fonction").fill("greffière");
        clerk.page().getByLabel("Par une vérification").check();
        follow(clerk, "Demander");
    }

    @TestFactory
    Stream<DynamicTest> aPublishedReportToWithholdOrToCorrect() {
        administrator.open("/admin/engagements");
        String withholding = links("main a[href*='/bilans/']").getFirst();
        Tab clerk = enterAs(OF_A_REPORT);
        clerk.open("/espace/engagement");
        String correction =
                clerk.page().locator("main a[href*='/correction']").first().getAttribute("href");
        return Stream.concat(
                soundOn(administrator, Stream.of(withholding)),
                soundOn(clerk, Stream.of("/espace/engagement", correction)));
    }

    @TestFactory
    Stream<DynamicTest> theEditorOfATextAndItsVersion() {
        administrator.open(TEXT);
        Locator text = administrator.page().locator("#texte");
        text.fill(text.inputValue() + "\nUne phrase de plus.\n");
        follow(administrator, "Enregistrer le brouillon");
        text.fill(text.inputValue() + "\nUne autre.\n");
        follow(administrator, "Enregistrer le brouillon");
        List<String> versions = links("main a[href*='/versions/']");
        return soundOn(
                administrator, Stream.of(TEXT, TEXT.replace("/fr", "/en"), versions.getFirst(), versions.get(1)));
    }

    @Test
    void aTextWithFaultsIsShownWithEachOfThemAndNoneIsABarrier() {
        administrator.open(TEXT);
        Page page = administrator.page();
        page.locator("#texte").fill("Un [lien](javascript:x).\n\n```chiffre\n45 %\n```\n");
        follow(administrator, "Enregistrer le brouillon");
        assertEquals(2, page.locator(".errors a[href='#texte']").count());
        assertEquals(2, page.locator("#texte-erreur li").count());
        assertEquals(List.of(), administrator.barriers());
    }

    @TestFactory
    Stream<DynamicTest> thePicturesOnceThereIsOne() {
        administrator.open("/admin/medias");
        administrator.page().getByLabel("Image", exactly()).setInputFiles(Papers.png("borne.png"));
        administrator
                .page()
                .getByLabel("Ce que l’image montre")
                .fill("Une borne de recharge devant le garage municipal");
        follow(administrator, "Ajouter l’image");
        Locator picture = administrator.page().locator("main .card img").first();
        assertEquals(
                Boolean.TRUE,
                picture.evaluate("async image => { await image.decode(); return image.naturalWidth > 0; }"));
        String one = links("main a[href^='/admin/medias/']").getFirst();
        return soundOn(
                administrator,
                Stream.of("/admin/medias", one, one + "/retrait", "/admin/textes/actualites/une-nouvelle-borne/fr"));
    }

    @TestFactory
    Stream<DynamicTest> anIssueOfTheNewsletter() {
        administrator.open("/admin/infolettre");
        administrator.page().getByLabel("Objet").fill("Les programmes de décembre");
        administrator.page().locator("#texte").fill("Bonjour.\n\nDeux programmes ferment bientôt.");
        administrator.follow(() -> administrator
                .page()
                .locator("main .space-body form button")
                .first()
                .click());
        return soundOn(administrator, Stream.of("/admin/infolettre", path(administrator)));
    }

    @TestFactory
    Stream<DynamicTest> theEntryOfAProgramme() {
        return soundOn(administrator, Stream.of("/admin/programmes/nouveau", "/admin/programmes/ivzeml"));
    }

    @Test
    void aProgrammeThatResemblesAnotherIsShownWhereItIsEntered() {
        administrator.open("/admin/programmes/nouveau");
        Page page = administrator.page();
        page.locator("#nom-fr").fill("Roulez vert : vehicules electriques");
        page.locator("#nom-en").fill("Roulez vert, electric vehicles");
        page.locator("#organisme").fill("Fonds inventé");
        page.locator("#source").fill("https://exemple.test/roulez");
        follow(administrator, "Enregistrer et publier");
        assertTrue(page.locator("fieldset a[href='/admin/programmes/roulez-vert-vehicule']")
                .isVisible());
        assertEquals(List.of(), administrator.barriers());
    }

    private static String path(Tab tab) {
        return tab.page().url().replaceFirst("https?://[^/]+", "");
    }

    private List<String> links(String selector) {
        return administrator.page().locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    private static void follow(Tab tab, String button) {
        tab.follow(() -> tab.page()
                .locator("main button")
                .and(tab.page().getByText(button, new Page.GetByTextOptions().setExact(true)))
                .click());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /// On every screen of a person: accessible, silent, no wider than it; valid as it is sent; and all of it within
    /// reach of the keyboard.
    private Stream<DynamicTest> soundOn(Tab person, Stream<String> addresses) {
        Screens screens = browsers.screensOf(person);
        opened.add(screens);
        return addresses.map(address -> DynamicTest.dynamicTest(address, () -> {
            List<String> faults = new ArrayList<>(screens.faults(address));
            faults.addAll(PageRules.all(asSent(person, address)));
            faults.addAll(new Keyboard(person).obstacles());
            assertEquals(List.of(), faults, address);
        }));
    }

    private static Visit asSent(Tab person, String address) {
        Response answer = person.open(address);
        assertEquals(200, answer.status(), address);
        assertEquals(address, path(person), "the sign-in is not asked again");
        return Visit.of(address, answer.status(), answer.text());
    }
}
