package courant.platform.planning.internal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import courant.platform.StackedTables;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// The whole way from a spreadsheet to a plan, and every way it can go wrong, without a browser.
@SpringBootTest
class PlanningPagesTest {
    private static final String FLEET = """
            No unité;Type;Marque;Modèle;Année;Km annuel;Attitré à
            12;Camionnette;Ford;F-150;2015;14 500;M. Tremblay
            13;Berline;Toyota;Corolla;2014;12 000;Mme Roy
            14;VUS;Ford;Escape;2016;abc;S. Gagnon
            15;Remorque;Bosse;Utilitaire;2010;;
            """;

    private static final Pattern UNIT = Pattern.compile("href=\"(/analyser/[^\"]*/plan/unites/\\d+)\"");

    private final WebApplicationContext context;
    private final AnalysisDesk desk;
    private MockMvc mvc;

    @Autowired
    PlanningPagesTest(WebApplicationContext context, AnalysisDesk desk) {
        this.context = context;
        this.desk = desk;
    }

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    private ResultActions send(String name, byte[] content) throws Exception {
        return mvc.perform(multipart("/analyser").file(new MockMultipartFile("fichier", name, null, content)));
    }

    private ResultActions send(String name, String content) throws Exception {
        return send(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String analysis(String content) throws Exception {
        return address(send("parc.csv", content).andExpect(status().isSeeOther()));
    }

    private String sample() throws Exception {
        return address(mvc.perform(post("/analyser/exemple")).andExpect(status().isSeeOther()));
    }

    private static String address(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getRedirectedUrl());
    }

    private ResultActions settle(String analysis, String town) throws Exception {
        return mvc.perform(post(analysis + "/plan").param("municipalite", town));
    }

    private String planned(String address) throws Exception {
        for (int i = 0; i < 40; i++) {
            String page = page(address);
            if (!page.contains("<progress")) {
                return page;
            }
        }
        throw new AssertionError("no plan in time");
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsUnderstoodThenPlanned() throws Exception {
        String analysis = analysis(FLEET);
        mvc.perform(get(analysis))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("4 unités reconnues, dont 3 véhicules routiers")))
                .andExpect(content().string(containsString("Camionnette d’une demi-tonne")))
                .andExpect(content().string(containsString("Attitré à")))
                .andExpect(content().string(not(containsString("Tremblay"))));
        settle(analysis, "drummondville")
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", analysis + "/plan"));
        String plan = planned(analysis + "/plan");
        assertTrue(plan.contains("de vos 3 véhicules"), plan);
        assertTrue(plan.contains("vérificateur indépendant, au cent près"));
        assertTrue(plan.contains("Rapport au conseil (PDF)"));
    }

    @Test
    void thePlanLeadsInOneClickToWhatItsLinesCouldDraw() throws Exception {
        String analysis = sample();
        String plan = planned(analysis + "/plan?budget=900000");
        String address = analysis + "/plan/aide-financiere?budget=900000";
        assertTrue(plan.contains("href=\"" + address + "\""), plan);
        String funding = page(address);
        assertTrue(funding.contains("Ce que votre plan pourrait obtenir"));
        assertTrue(funding.contains("À confirmer, jamais additionnés"));
        assertTrue(funding.contains("Roulez vert, borne au travail"));
        assertTrue(funding.contains("lignes de votre plan pourraient y être admissibles"));
        assertTrue(funding.contains(analysis + "/plan/unites/"));
        assertTrue(funding.contains("Écocamionnage, version précédente"), "closed ones are told apart");
        assertFalse(funding.contains("4 500 bornes"), "public chargers are no line of the plan");
    }

    @Test
    void whatWasPastedFromASpreadsheetIsRead() throws Exception {
        ResultActions answer = mvc.perform(multipart("/analyser")
                .param(
                        "collage",
                        "No unité\tMarque\tModèle\tAnnée\n12\tFord\tF-150\t2015\n13\tToyota\tCorolla\t2014\n"));
        assertTrue(page(address(answer)).contains("2 unités reconnues"));
    }

    @Test
    void theSampleIsSaidToBeFictiveAndGivesEveryPaper() throws Exception {
        String analysis = sample();
        assertTrue(page(analysis).contains("une municipalité fictive"));
        settle(analysis, "Val-des-Érables").andExpect(status().isSeeOther());
        planned(analysis + "/plan");
        for (String file : new String[] {"rapport.pdf", "resolution.docx", "annexes.xlsx", "plan.csv", "plan.json"}) {
            mvc.perform(get(analysis + "/" + file))
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    containsString("-val-des-erables-municipalite-fictive"
                                            + file.substring(file.indexOf('.')))));
        }
    }

    @Test
    void everyUnitSaysWhy() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        String plan = planned(analysis + "/plan?page=toutes");
        Matcher links = UNIT.matcher(plan);
        int units = 0;
        while (links.find()) {
            units++;
            mvc.perform(get(links.group(1)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Modèles électriques considérés")));
        }
        assertTrue(units > 20, "the sample has more units than " + units);
        mvc.perform(get(analysis + "/plan/unites/99999")).andExpect(status().isNotFound());
    }

    @Test
    void theTableIsFilteredAndSortedByAddress() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        planned(analysis + "/plan");
        for (UnitsShown.Filter filter : UnitsShown.Filter.values()) {
            for (UnitsShown.Order order : UnitsShown.Order.values()) {
                mvc.perform(get(analysis + "/plan?action=" + filter.id() + "&tri=" + order.id()))
                        .andExpect(status().isOk());
            }
        }
        mvc.perform(get(analysis + "/plan?page=7&tri=%3Cscript%3E")).andExpect(status().isOk());
    }

    @Test
    void anImpossibleQuestionShowsTheWayOut() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        String page = planned(analysis + "/plan?budget=0");
        assertTrue(page.contains("Aucun plan ne respecte ces limites"), page);
        Matcher way = Pattern.compile("href=\"(/analyser/[^\"]*budget=(\\d+)[^\"]*)\">Porter le budget")
                .matcher(page);
        assertTrue(way.find(), page);
        assertTrue(planned(way.group(1)).contains("Rapport au conseil (PDF)"));
    }

    @Test
    void aWrongQuestionIsSaidBesideItsField() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        mvc.perform(get(analysis + "/plan?budget=beaucoup"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"budget-erreur\"")))
                .andExpect(content().string(containsString("href=\"#budget\"")));
    }

    @Test
    void htmxReceivesAPieceAndTheSentence() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        planned(analysis + "/plan");
        mvc.perform(get(analysis + "/plan").header("HX-Request", "true"))
                .andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(containsString("id=\"resultat\"")))
                .andExpect(content().string(containsString("hx-swap-oob=\"true\"")));
    }

    @Test
    void progressOfAPlanThatIsThereLeadsToIt() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        planned(analysis + "/plan");
        mvc.perform(get(analysis + "/plan/avancement"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", analysis + "/plan"));
        mvc.perform(get(analysis + "/plan/avancement").header("HX-Request", "true"))
                .andExpect(header().string("HX-Redirect", analysis + "/plan"));
    }

    @Test
    void aMappingIsCorrectedFromTheBytesInMemory() throws Exception {
        String analysis = analysis(FLEET);
        mvc.perform(post(analysis + "/correspondances").param("champ-5", "odometer"))
                .andExpect(status().isSeeOther());
        assertTrue(page(analysis).contains("<option value=\"odometer\" selected>"));
        mvc.perform(post(analysis + "/correspondances")
                        .param("champ-0", "other")
                        .param("champ-1", "other")
                        .param("champ-2", "other")
                        .param("champ-3", "other")
                        .param("champ-4", "other"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il y a un problème")));
        assertTrue(page(analysis).contains("4 unités reconnues"), "the former reading stays");
    }

    @Test
    void aSecondFileIsJoinedByUnitNumber() throws Exception {
        String analysis = analysis("No unité;Marque;Modèle;Année\n12;Ford;F-150;2015\n13;Toyota;Corolla;2014\n");
        MockMultipartFile usage = new MockMultipartFile(
                "usage", "km.csv", null, "No unité;Km annuel\n012;15000\n99;7000\n".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(analysis + "/usage").file(usage)).andExpect(status().isSeeOther());
        assertTrue(page(analysis).contains("1 des 2 unités ont trouvé leur utilisation"));
        mvc.perform(post(analysis + "/usage/retrait")).andExpect(status().isSeeOther());
        assertFalse(page(analysis).contains("ont trouvé leur utilisation"));
    }

    @Test
    void anAnalysisIsOpenedAgainFromItsOwnInventory() throws Exception {
        String id = sample().substring("/analyser/".length());
        Analysis first = desk.visit(id).analysis();
        String again = desk.reopen(new NamedFile("parc.csv", first.inventory()), Towns.SAMPLE);
        assertEquals(work(first), work(desk.visit(again).analysis()));
        assertTrue(planned("/analyser/" + again + "/plan").contains("Rapport au conseil (PDF)"));
    }

    @Test
    void theSameQuestionAskedTwiceIsOnePlan() throws Exception {
        String id = sample().substring("/analyser/".length());
        AnalysisStore.Visit visit = desk.visit(id);
        assertSame(desk.ask(visit, Question.FREE), desk.ask(visit, Question.FREE));
    }

    @Test
    void refusalsAreDownloaded() throws Exception {
        String analysis = analysis(FLEET);
        mvc.perform(get(analysis + "/refus.csv"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("abc")))
                .andExpect(content().string(not(containsString("Gagnon"))));
    }

    @Test
    void aTownIsFoundWhateverItsAccentsAndAnAmbiguousOneIsChosen() throws Exception {
        String analysis = analysis(FLEET);
        settle(analysis, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"municipalite-erreur\"")));
        settle(analysis, "Xyzville")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("type=\"radio\" name=\"code\"")));
        settle(analysis, "saint elzear")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Plusieurs municipalités portent ce nom")));
        mvc.perform(post(analysis + "/plan")
                        .param("municipalite", "saint elzear")
                        .param("code", "65005"))
                .andExpect(status().isSeeOther());
    }

    @Test
    void townsAreSuggestedFromTheFirstLetters() throws Exception {
        mvc.perform(get("/analyser/municipalites?q=drummondv"))
                .andExpect(content().string(containsString("Drummondville")))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get("/analyser/municipalites?q=")).andExpect(status().isOk());
    }

    @Test
    void anErasedAnalysisIsGoneAtEveryAddress() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        mvc.perform(post(analysis + "/oubli")).andExpect(status().isSeeOther());
        assertTrue(page("/analyser/oubliee").contains("Analyse effacée"));
        for (String below :
                new String[] {"", "/plan", "/plan/avancement", "/plan/unites/3", "/rapport.pdf", "/refus.csv"}) {
            mvc.perform(get(analysis + below))
                    .andExpect(status().isGone())
                    .andExpect(content().string(containsString("Cette analyse n’est plus en mémoire")));
        }
        mvc.perform(get(analysis + "/plan/avancement").header("HX-Request", "true"))
                .andExpect(header().string("HX-Refresh", "true"));
    }

    @Test
    void whatIsNoInventoryIsRefusedWithWhatToDo() throws Exception {
        refused(send("parc.xlsx", "%PDF-1.7\n1 0 obj"), "document PDF");
        refused(send("vide.csv", ""), "Ce fichier est vide");
        refused(
                send("parc.csv", "Service;Catégorie;Nombre\nTravaux publics;Camions;12\nPolice;Autos;8\n"),
                "tableau de comptes");
        refused(send("bombe.xlsx", bomb()), "une fois ouvert");
        refused(mvc.perform(multipart("/analyser")), "Choisissez un fichier");
        refused(mvc.perform(multipart("/analyser").param("collage", "bonjour")), "bonjour</textarea>");
    }

    private static void refused(ResultActions answer, String sentence) throws Exception {
        answer.andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il y a un problème")))
                .andExpect(content().string(containsString(sentence)));
    }

    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 60; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aSheetOfTrailersSaysThereIsNothingToPlan() throws Exception {
        String analysis =
                analysis("No unité;Type;Marque;Modèle;Année\n1;Remorque;Bosse;R1;2010\n2;Remorque;Bosse;R2;2011\n");
        String page = page(analysis);
        assertTrue(page.contains("ne peut être planifiée"), page);
        assertFalse(page.contains("Voir mon plan"));
    }

    @Test
    void aPlanOfNothingIsRefusedWithTheReasonAndTheWayToTheColumns() throws Exception {
        String analysis = analysis("No unité;Type;Marque;Modèle;Année\n1;Remorque;Bosse;R1;2010\n");
        for (ResultActions answer : List.of(
                settle(analysis, "Drummondville"),
                mvc.perform(get(analysis + "/plan")),
                mvc.perform(get(analysis + "/rapport.pdf")))) {
            answer.andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("ne peut être planifiée")))
                    .andExpect(content().string(containsString("href=\"#colonnes\"")))
                    .andExpect(content().string(not(containsString("a échoué"))));
        }
    }

    @Test
    void everyUnitBelongsToOneTab() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        String page = planned(analysis + "/plan");
        String plan = page.substring(page.indexOf("Filtrer par action"));
        Matcher counts = Pattern.compile("<span class=\"count\">(\\d+)</span>").matcher(plan);
        assertTrue(counts.find());
        int all = Integer.parseInt(counts.group(1));
        int together = 0;
        while (counts.find()) {
            together += Integer.parseInt(counts.group(1));
        }
        assertEquals(all, together);
    }

    @Test
    void whatIsUnknownIsNotEstimatedAndWhatTheTownWroteIsDeclared() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        String plan = planned(analysis + "/plan?page=toutes");
        assertFalse(plan.contains("inconnu, estimé") || plan.contains("aucun modèle, estimé"), plan);
        assertTrue(plan.contains(">inconnu<") || plan.contains(">aucun modèle<"), plan);
        assertTrue(plan.contains(">déclaré<"), plan);
        assertFalse(plan.contains(">mesuré<"), plan);
    }

    @Test
    void aModelWhoseAvailabilityIsInDoubtIsMarked() throws Exception {
        String analysis = sample();
        settle(analysis, "Val-des-Érables");
        String plan = planned(analysis + "/plan?page=toutes");
        assertTrue(
                Pattern.compile("F-150 Lightning[^<]*</strong><br><span class=\"tag warn\">disponibilité à confirmer")
                        .matcher(plan)
                        .find(),
                plan);
    }

    @Test
    void scriptsInNamesAndCellsAreOnlyText() throws Exception {
        String script = "<script>alert(1)</script>";
        String analysis = address(send("a/" + script + ".csv", """
                No unité;Type;Marque;Modèle;Année;%1$s
                %1$s;Camionnette;Ford;%1$s;2015;%1$s
                13;Berline;Toyota;Corolla;2014;x
                """.formatted(script)));
        settle(analysis, "Drummondville");
        assertFalse(page(analysis).contains(script));
        assertFalse(planned(analysis + "/plan").contains(script));
    }

    @Test
    void theDoorIsOpenAndSaysThatNothingIsKept() throws Exception {
        mvc.perform(get("/analyser"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rien n’est conservé")))
                .andExpect(content().string(matchesPattern("(?s).*planning(-[0-9a-f]+)?\\.js.*")));
        assertEquals(
                404, mvc.perform(get("/analyser/x/y")).andReturn().getResponse().getStatus());
    }

    private String settledSample() throws Exception {
        String analysis = sample();
        settle(analysis, "99901").andExpect(status().isSeeOther());
        return analysis;
    }

    private String kept(String analysis, String question) throws Exception {
        return address(mvc.perform(post(analysis + "/lien").param("question", question))
                .andExpect(status().isSeeOther()));
    }

    private String kept() throws Exception {
        return kept(settledSample(), "budget=900000");
    }

    @Test
    void aDoubleClickKeepsOneCopyAndADeletedOneIsKeptAnew() throws Exception {
        String analysis = settledSample();
        String link = kept(analysis, "budget=900000");
        assertEquals(link, kept(analysis, "budget=900000"));
        assertNotEquals(link, kept(analysis, "budget=800000"));
        mvc.perform(post(link + "/effacement")).andExpect(status().isSeeOther());
        String anew = kept(analysis, "budget=900000");
        assertNotEquals(link, anew);
        assertTrue(page(anew).contains("Val-des-Érables"));
    }

    @Test
    void oneAddressAsksForALimitedNumberOfLinksAnHour() throws Exception {
        String analysis = settledSample();
        for (int asked = 0; asked < 120; asked++) {
            mvc.perform(post(analysis + "/lien").with(from("203.0.113.7"))).andExpect(status().isSeeOther());
        }
        mvc.perform(post(analysis + "/lien").with(from("203.0.113.7")))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("dans une heure")));
        mvc.perform(post(analysis + "/lien").with(from("203.0.113.8"))).andExpect(status().isSeeOther());
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void eachTableOfAnAnalysisAndItsPlanCanBeStackedOnANarrowScreen() throws Exception {
        String analysis = settledSample();
        StackedTables.requireIn(page(analysis));
        String plan = planned(analysis + "/plan");
        StackedTables.requireIn(plan);
        Matcher unit = UNIT.matcher(plan);
        assertTrue(unit.find());
        StackedTables.requireIn(page(unit.group(1)));
        StackedTables.requireIn(page(analysis + "/plan/aide-financiere"));
    }

    @Test
    void aPrivateLinkShowsWhatItKeepsAndOpensItWithItsQuestion() throws Exception {
        String link = kept();
        assertTrue(page(link).contains("Val-des-Érables"));
        String plan = address(mvc.perform(post(link + "/ouverture")).andExpect(status().isSeeOther()));
        assertTrue(plan.endsWith("/plan?budget=900000"), plan);
        assertTrue(planned(plan).contains("Rapport au conseil (PDF)"));
    }

    @Test
    void aPrivateLinkThatWasDeletedGuessedOrCutShortLeadsToOneSentence() throws Exception {
        String link = kept();
        mvc.perform(post(link + "/effacement")).andExpect(status().isSeeOther());
        for (String gone : List.of(link, "/analyser/prive/" + "A".repeat(43), link.substring(0, link.length() - 4))) {
            mvc.perform(get(gone)).andExpect(status().isNotFound());
            mvc.perform(post(gone + "/ouverture")).andExpect(status().isNotFound());
            mvc.perform(post(gone + "/effacement")).andExpect(status().isNotFound());
        }
    }

    /// What a plan is made from; the confidence of a class is kept to two decimals.
    private static List<String> work(Analysis analysis) {
        return analysis.fleet().units().stream()
                .map(u -> "%s %s %s %s %s %s %s"
                        .formatted(
                                u.id(), u.vehicleClass(), u.make(), u.modelYear(), u.depot(), u.usage(), u.inService()))
                .toList();
    }
}
