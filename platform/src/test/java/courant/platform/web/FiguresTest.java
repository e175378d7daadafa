package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// How dates and lengths of time are written.
class FiguresTest {
    private static final Figures FRENCH = Figures.of(Locale.CANADA_FRENCH);
    private static final Figures ENGLISH = Figures.of(Locale.CANADA);

    @Test
    void aDateIsWrittenOutAsFarAsItIsKnown() {
        assertThat(FRENCH.knownDate("2024-12-16")).isEqualTo("16\u00a0décembre\u00a02024");
        assertThat(FRENCH.knownDate("2024-12")).isEqualTo("décembre 2024");
        assertThat(FRENCH.knownDate("2024")).isEqualTo("2024");
        assertThat(FRENCH.knownDate("2023+")).isEqualTo("2023+");
        assertThat(ENGLISH.knownDate("2024-12-16")).isEqualTo("December\u00a016,\u00a02024");
        assertThat(ENGLISH.knownDate("2024-12")).isEqualTo("December 2024");
    }

    @Test
    void aLengthOfTimeIsWrittenAsEachLanguageDoes() {
        assertThat(FRENCH.duration(90)).isEqualTo("1\u00a0h\u00a030");
        assertThat(ENGLISH.duration(90)).isEqualTo("1\u00a0h\u00a030\u00a0min");
        assertThat(ENGLISH.duration(120)).isEqualTo("2\u00a0h");
        assertThat(ENGLISH.duration(45)).isEqualTo("45\u00a0min");
    }
}
