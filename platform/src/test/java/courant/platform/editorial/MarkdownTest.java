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
}
