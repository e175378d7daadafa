package courant.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void aLineHasNoControlCharacterThatTheDatabaseWouldRefuse() {
        assertThat(Typed.line("  Portable\tdu\r\ngreffe\u0085 \u0000", 60)).isEqualTo("Portable du greffe");
    }

    @Test
    void aLineIsCutBetweenCharactersAndNeverInsideOne() {
        assertThat(Typed.line("🚛🚛🚛", 2)).isEqualTo("🚛🚛");
        assertThat(Typed.line("abc", 3)).isEqualTo("abc");
    }

    @Test
    void aDateIsOfThisCenturyOrItIsNone() {
        assertThat(Typed.date(" 2026-11-28 ")).contains(LocalDate.of(2026, 11, 28));
        assertThat(Typed.date("+999999999-01-01")).isEmpty();
        assertThat(Typed.date("0026-11-28")).isEmpty();
        assertThat(Typed.date("demain")).isEmpty();
    }
}
