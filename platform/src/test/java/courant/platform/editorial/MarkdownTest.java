package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
