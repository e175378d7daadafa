package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MarkdownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html;base64,xx",
                "vbscript:x",
                "//ailleurs.example/",
                "/&#9;/ailleurs.example",
                "&#9;javascript:alert(1)",
                "",
            })
    void aLinkThatIsNotAllowedIsLeftAsItsWords(String address) {
        assertThat(Markdown.html("Voir [le **guide**](" + address + ")."))
                .isEqualTo("<p>Voir le <strong>guide</strong>.</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/b", "HTTP://a.example", "mailto:a@b.example", "/", "/analyser?x=1", "#ici"})
    void aLinkToTheWebAnAddressOrTheSiteStays(String address) {
        assertThat(Markdown.html("[guide](" + address + ")")).contains("href=\"" + address + "\"");
    }

    @Test
    void aPictureFromElsewhereIsLeftAsItsWords() {
        assertThat(Markdown.html("![dehors](https://elsewhere.example/a.png)")).isEqualTo("<p>dehors</p>\n");
        assertThat(Markdown.html("![borne](/medias/12/borne)")).contains("src=\"/medias/12/borne\"");
    }

    private static final String TABLE = """
            | Voie | Le *bon* moment pour `qui` | [Règle](/regle) | |
            |---|---|---|---|
            | Seul | Partout | <article> | rien |
            """;

    @Test
    void eachCellOfATableCarriesTheWordsOfItsHeadingSoThatANarrowScreenStacksTheRows() {
        assertThat(Markdown.html(TABLE))
                .contains("<table class=\"stack\">")
                .contains("data-label=\"Voie\">Seul<")
                .contains("data-label=\"Le bon moment pour qui\">Partout<")
                .contains("data-label=\"Règle\">&lt;article&gt;<")
                .contains("<td>rien<");
    }

    @Test
    void aTableStandsInARegionThatScrollsNamedAfterItsColumns() {
        assertThat(Markdown.html(TABLE))
                .containsOnlyOnce("<div class=\"scroll\" tabindex=\"0\" role=\"region\""
                        + " aria-label=\"Voie, Le bon moment pour qui, Règle\">");
    }

    @Test
    void aTableWithinAFrenchPassageStandsInOneRegionToo() {
        assertThat(Markdown.html("```francais\n" + TABLE + "```\n")).containsOnlyOnce("class=\"scroll\"");
    }

    private static List<String> faults(String markdown) {
        return Markdown.faults(markdown).stream()
                .map(fault -> fault.line() + " " + fault.kind() + " " + fault.found())
                .toList();
    }

    @Test
    void whatAPageMakesHarmlessIsNamedWithItsLine() {
        assertThat(faults("""
                Un [bon lien](/analyser), puis
                un [mauvais](javascript:x) et [un autre][r].

                ![Une borne](/medias/12/borne?largeur=480) ![dehors](https://elsewhere.example/a.png)

                | Voie | Image |
                |---|---|
                | a | ![](/medias/12/borne) |

                [r]: ftp://ailleurs.example
                """))
                .containsExactly(
                        "2 LINK javascript:x",
                        "2 LINK ftp://ailleurs.example",
                        "4 PICTURE https://elsewhere.example/a.png",
                        "8 ALTERNATIVE /medias/12/borne");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    chiffre; 45 %; FIGURE 45 %
                    chiffre; | ce que c’est; FIGURE | ce que c’est
                    chiffre; a | b | c | d; FIGURE a | b | c | d
                    chiffre; ''; FIGURE ```chiffre
                    appel; /analyser; CALL /analyser
                    appel; https://ailleurs.example | Aller; CALL https://ailleurs.example | Aller
                    appel; //ailleurs.example | Aller; CALL //ailleurs.example | Aller
                    appel; /analyser | Un | Deux; CALL /analyser | Un | Deux
                    francais; ''; FRENCH ```francais
                    chifre; 45 % | ce que c’est; BLOCK chifre
                    """)
    void aMisshapenBlockIsNamedAndShownAsItStands(String name, String line, String fault) {
        String text = "Avant.\n\n```" + name + "\n" + line + "\n```\n";
        assertThat(faults(text)).containsExactly("3 " + fault);
        assertThat(Markdown.html(text)).isEqualTo("<p>Avant.</p>\n<pre>" + line + "\n</pre>");
    }

    @Test
    void aFigureIsOneLine() {
        assertThat(faults("```chiffre\n45 % | un\n46 % | deux\n```\n"))
                .containsExactly("1 FIGURE 45 % | un 46 % | deux");
    }

    @Test
    void wholeBlocksAndPlainCodeHaveNoFault() {
        assertThat(faults("""
                ```chiffre
                45 % | d’autonomie en moins | guide
                ```

                ```chiffre
                45 % | d’autonomie en moins
                ```

                ```appel
                /municipalites?q=a#liste | Voir
                ```

                ```
                [ni](javascript:x)
                ```
                """)).isEmpty();
    }

    @Test
    void aBlockThatIsNotClosedIsNamedWhereItBegins() {
        assertThat(faults("Avant.\n\n```appel\n/analyser | Analyser\n\nLa suite du texte.\n"))
                .containsExactly("3 UNCLOSED ```appel");
    }

    @Test
    void theLinesOfAFrenchPassageAreThoseOfTheWholeText() {
        assertThat(faults("Before.\n\n```francais\nUn.\n\n[deux](data:x)\n```\n\n[after](data:y)\n"))
                .containsExactly("6 LINK data:x", "9 LINK data:y");
    }

    @Test
    void everyTextThatShipsIsWithoutFault() throws Exception {
        Resource[] files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/courant/platform/content/*/**/*.md");
        assertThat(files).hasSizeGreaterThan(50);
        for (Resource file : files) {
            assertThat(faults(file.getContentAsString(StandardCharsets.UTF_8)))
                    .as(file.getFilename())
                    .isEmpty();
        }
    }

    private static String plain(String markdown) {
        return Markdown.plain(markdown, "https://courant.exemple");
    }

    @Test
    void inPlainTextWordsStandWithoutTheirMarks() {
        assertThat(plain("## Du *nouveau*\n\nUn mot **fort**, un `code`.\n\n- un\n- deux\n\n1. d’abord\n2. puis"))
                .isEqualTo("Du nouveau\n\nUn mot fort, un code.\n\n- un\n- deux\n\n1. d’abord\n2. puis");
        assertThat(plain("> Le conseil\n> décide.\n\n---\n\nAprès."))
                .isEqualTo("«\u00a0Le conseil\ndécide.\u00a0»\n\n———\n\nAprès.");
    }

    @ParameterizedTest
    @CsvSource({
        "[Nos *pages*](/actualites), Nos pages (https://courant.exemple/actualites)",
        "[guide](https://a.example/b), guide (https://a.example/b)",
        "<https://a.example/b>, https://a.example/b",
        "[a@b.example](mailto:a@b.example), a@b.example",
        "[le greffe](mailto:a@b.example), le greffe (a@b.example)",
        "[plus bas](#ici), plus bas",
        "[piège](javascript:alert), piège",
        "![une borne](/medias/12/borne), une borne",
    })
    void inPlainTextALinkIsItsWordsThenItsAddress(String markdown, String text) {
        assertThat(plain(markdown)).isEqualTo(text);
    }

    @Test
    void inPlainTextOurBlocksAreSentences() {
        assertThat(plain("""
                Avant.

                ```chiffre
                45 % | d’autonomie en moins | guide
                ```

                ```chiffre
                2 | villes
                ```

                ```appel
                /analyser | Analyser mon parc
                ```

                ```francais
                Voir [la page](/actualites).
                ```

                ```
                une ligne | telle quelle
                ```

                <div>du texte</div>

                Après.
                """)).isEqualTo("""
                Avant.

                45 % : d’autonomie en moins (guide)

                2 : villes

                Analyser mon parc : https://courant.exemple/analyser

                Voir la page (https://courant.exemple/actualites).

                une ligne | telle quelle

                <div>du texte</div>

                Après.""");
    }

    @Test
    void inPlainTextARowOfATableIsALineThatNamesItsColumns() {
        assertThat(plain(TABLE + "| [Deux](/b) | | | |\n\nAprès.")).isEqualTo("""
                - Voie : Seul; Le bon moment pour qui : Partout; Règle : <article>; rien
                - Voie : Deux (https://courant.exemple/b)

                Après.""");
        assertThat(plain("Avant.\n\n| Voie |\n|---|\n\nAprès.")).isEqualTo("Avant.\n\nAprès.");
    }
}
