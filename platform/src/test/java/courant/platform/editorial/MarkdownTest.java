package courant.platform.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final String TABLE = """
            | Voie | Le *bon* moment pour `qui` | [Règle](/regle) | |
            |---|---|---|---|
            | Seul | Partout | <article> | rien |
            """;

    @Test
    void eachCellOfATableCarriesTheWordsOfItsHeadingSoThatANarrowScreenStacksTheRows() {
        assertThat(Markdown.html(TABLE))
                .contains("<table class=\"stack\" role=\"table\">")
                .contains("data-label=\"Voie\">Seul<")
                .contains("data-label=\"Le bon moment pour qui\">Partout<")
                .contains("data-label=\"Règle\">&lt;article&gt;<")
                .contains("<td role=\"cell\">rien<");
    }

    @Test
    void aTableKeepsItsRolesWhenItsDisplayChanges() {
        assertThat(Markdown.html(TABLE))
                .contains("<thead role=\"rowgroup\">")
                .contains("<tbody role=\"rowgroup\">")
                .contains("<tr role=\"row\">")
                .contains("<th role=\"columnheader\" scope=\"col\">Voie</th>");
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
