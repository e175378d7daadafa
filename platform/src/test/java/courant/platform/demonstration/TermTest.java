package courant.platform.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Invented towns keep the dates that the site would have made them keep.
class TermTest {
    private static final int TOWNS = 58;

    static Stream<LocalDate> days() {
        return Stream.of(LocalDate.of(2026, 11, 28), LocalDate.of(2028, 2, 29), LocalDate.of(2029, 2, 28));
    }

    private static List<Term> terms(LocalDate today) {
        return IntStream.range(0, TOWNS)
                .mapToObj(i -> i == 7 || i == 20 ? Term.withdrawn(i, today) : Term.of(i, today))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("days")
    void aReportIsMadeByARenewalOnceThatIsOpenAndOpensTheNextTerm(LocalDate today) {
        assertThat(terms(today)).filteredOn(term -> term.renewedOn() != null).allSatisfy(term -> {
            LocalDate end = term.session().plusYears(1);
            assertThat(term.renewedOn()).isBetween(end.minusDays(30), end).isBeforeOrEqualTo(today);
            assertThat(term.until()).isEqualTo(end.plusYears(1));
        });
    }

    @ParameterizedTest
    @MethodSource("days")
    void aTownThatHasNotRenewedIsInItsFirstYearOrPastIt(LocalDate today) {
        assertThat(terms(today))
                .filteredOn(term -> term.renewedOn() == null)
                .allSatisfy(term ->
                        assertThat(term.until()).isEqualTo(term.session().plusYears(1)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theyStandInVariedStates(LocalDate today) {
        List<Term> running = IntStream.range(0, TOWNS)
                .filter(i -> i != 7 && i != 20)
                .mapToObj(i -> Term.of(i, today))
                .toList();
        assertThat(running).filteredOn(term -> term.until().isBefore(today)).hasSize(8);
        assertThat(running).filteredOn(term -> term.renewedOn() != null).hasSizeGreaterThan(30);
        assertThat(running).filteredOn(term -> term.renewedOn() == null).hasSizeGreaterThan(15);
        assertThat(running)
                .filteredOn(term -> term.renewedOn() != null && term.until().isBefore(today))
                .as("renewed once, and due again")
                .isNotEmpty();
    }
}
