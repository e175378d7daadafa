package courant.platform.municipalities;

import static org.assertj.core.api.Assertions.assertThat;

import courant.platform.web.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrcNameTest {
    @ParameterizedTest
    @CsvSource({
        "MRC des Trois-Versants, la MRC des Trois-Versants, the MRC des Trois-Versants",
        "Communauté maritime des Îles, l’organisation «\u00a0Communauté maritime des Îles\u00a0»,"
                + " the organization “Communauté maritime des Îles”"
    })
    void anMrcTakesItsArticleAndAnotherNameIsCited(String name, String french, String english) {
        MrcName mrc = new MrcName(name);
        assertThat(mrc.in(Words.of(Locale.CANADA_FRENCH))).isEqualTo(french);
        assertThat(mrc.in(Words.of(Locale.CANADA))).isEqualTo(english);
    }
}
