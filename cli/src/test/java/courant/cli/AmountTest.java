package courant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void readsAmountsAsPeopleWriteThem() {
        assertEquals(OptionalLong.of(25_000_000), Amount.cents("250000"));
        assertEquals(OptionalLong.of(25_000_000), Amount.cents("250 000"));
        assertEquals(OptionalLong.of(25_000_000), Amount.cents("250\u00a0000\u00a0$"));
        assertEquals(OptionalLong.of(25_000_000), Amount.cents("250\u202f000"));
        assertEquals(OptionalLong.of(25_000_050), Amount.cents("250000.50"));
        assertEquals(OptionalLong.of(25_000_050), Amount.cents("250 000,5"));
        assertEquals(OptionalLong.of(0), Amount.cents("0"));
    }

    @Test
    void refusesWhatCouldMeanTwoAmounts() {
        assertEquals(OptionalLong.empty(), Amount.cents("250,000"));
        assertEquals(OptionalLong.empty(), Amount.cents("250.000"));
        assertEquals(OptionalLong.empty(), Amount.cents("25 00 00"));
    }

    @Test
    void refusesWhatIsNoAmount() {
        for (String text : new String[] {"", "-5", "1e6", "250k", "9".repeat(40), "1 000 000 000 000 000", "NaN"}) {
            assertEquals(OptionalLong.empty(), Amount.cents(text), text);
        }
    }

    @Test
    void tellsABadlyWrittenAmountFromAFileName() {
        assertTrue(Amount.looksLikeAmount("250,000"));
        assertTrue(Amount.looksLikeAmount("-5"));
        assertFalse(Amount.looksLikeAmount("budget-2027.csv"));
        assertFalse(Amount.looksLikeAmount("2027.csv"));
    }

    @Property
    void readsBackEveryAmountToTheCent(@ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long cents) {
        String plain = cents / 100 + "." + "%02d".formatted(cents % 100);
        String french =
                "%,d".formatted(cents / 100).replaceAll("\\D", "\u00a0") + "," + "%02d $".formatted(cents % 100);
        assertEquals(OptionalLong.of(cents), Amount.cents(plain));
        assertEquals(OptionalLong.of(cents), Amount.cents(french));
    }
}
