package courant.engine.incentive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fact.Grade;
import courant.engine.fleet.VehicleClass;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a whole plan could draw: sums a person can check by hand.
class PlanFundingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Expense CAR = vehicle("12", 1, 4_000_000, 2027);
    private static final Expense TRUCK = vehicle("40", 6, 30_000_000, 2028);

    @Test
    void theLinesOfAProgrammeAreSummedEachUnderItsCeiling() {
        Programme quarter = programme("quart", ProgrammeState.CONFIRMED, null, null, amount(3, 8, 0.25, 15_000_000));
        Expense refuse = vehicle("50", 8, 72_000_000, 2028);
        PlanFunding funding = PlanFunding.of(List.of(quarter), List.of(CAR, TRUCK, refuse), TODAY);
        // 25 % of 300,000 $ = 75,000 $; 25 % of 720,000 $ = 180,000 $, capped at 150,000 $
        assertEquals(22_500_000, funding.confirmedCents());
        assertEquals(
                List.of("40", "50"),
                funding.confirmed().getFirst().lines().stream()
                        .map(line -> line.expense().line())
                        .toList());
    }

    @Test
    void theChargersOfABuildingStopAtItsCeilingOfTheYear() {
        GrantAmount half = new GrantAmount(GrantObject.CHARGER, 1, 8, null, 0.5, 500_000, null);
        Programme chargers = programme("bornes", ProgrammeState.TO_CONFIRM, null, 1_200_000L, half);
        List<Expense> expenses = List.of(
                charger("1", "Garage", 2027),
                charger("2", "Garage", 2027),
                charger("3", "Garage", 2027),
                charger("4", "Aréna", 2027),
                charger("5", "Garage", 2028));
        PlanFunding.ProgrammeDraw draw =
                PlanFunding.of(List.of(chargers), expenses, TODAY).toConfirm().getFirst();
        // Half of 11,000 $ is 5,500 $, capped at 5,000 $; the garage stops at 12,000 $ in 2027: 5 + 5 + 2.
        assertEquals(
                List.of(500_000L, 500_000L, 200_000L, 500_000L, 500_000L),
                draw.lines().stream().map(PlanFunding.Line::cents).toList());
        assertEquals(2_200_000, draw.cents());
        assertTrue(draw.isCapped());
    }

    @Test
    void whatIsToConfirmIsShownAndNeverAddedUp() {
        Programme possible = programme("peut-etre", ProgrammeState.TO_CONFIRM, null, null, amount(1, 8, 1, 500_000));
        PlanFunding funding = PlanFunding.of(List.of(possible), List.of(CAR, TRUCK), TODAY);
        assertEquals(1_000_000, funding.toConfirm().getFirst().cents());
        assertEquals(0, funding.confirmedCents());
        assertTrue(funding.confirmed().isEmpty());
    }

    @Test
    void aProgrammePastItsLastDayIsClosedWhateverWasRead() {
        Programme ended = until(TODAY.minusDays(1), ProgrammeState.CONFIRMED);
        PlanFunding funding = PlanFunding.of(List.of(ended), List.of(CAR), TODAY);
        assertEquals(1, funding.closed().getFirst().covered());
        assertEquals(0, funding.closed().getFirst().cents());
        assertEquals(0, funding.confirmedCents());
    }

    @Test
    void aProgrammeThatIsOverBeforeThePlanBuysIsNamedWithWhatItMisses() {
        Programme brief = until(LocalDate.of(2027, 3, 31), ProgrammeState.TO_CONFIRM);
        Expense sooner = vehicle("12", 1, 4_000_000, 2027);
        PlanFunding both = PlanFunding.of(List.of(brief), List.of(sooner, TRUCK), TODAY);
        assertEquals(1, both.toConfirm().getFirst().covered());
        assertEquals(
                new PlanFunding.Outside(0, 0, 1), both.toConfirm().getFirst().outside());
        assertTrue(both.missed().isEmpty());
        PlanFunding later = PlanFunding.of(List.of(brief), List.of(TRUCK), TODAY);
        assertEquals(new PlanFunding.Outside(0, 0, 1), later.missed().getFirst().outside());
        assertEquals(0, later.missed().getFirst().cents());
        assertTrue(later.toConfirm().isEmpty());
    }

    @Test
    void aConfirmedProgrammeThatEndsWithinTheYearIsNotCountedOnAndIsNotCalledOver() {
        Programme brief = until(LocalDate.of(2027, 3, 31), ProgrammeState.CONFIRMED);
        PlanFunding funding = PlanFunding.of(List.of(brief), List.of(CAR), TODAY);
        assertEquals(
                new PlanFunding.Outside(0, 1, 0), funding.missed().getFirst().outside());
        assertEquals(0, funding.confirmedCents());
    }

    @Test
    void aProgrammeThatOpensLaterIsNotCalledOver() {
        Programme later = from(LocalDate.of(2028, 4, 1), ProgrammeState.TO_CONFIRM);
        PlanFunding funding = PlanFunding.of(List.of(later), List.of(CAR), TODAY);
        assertEquals(
                new PlanFunding.Outside(1, 0, 0), funding.missed().getFirst().outside());
        PlanFunding inItsYear = PlanFunding.of(List.of(later), List.of(TRUCK), TODAY);
        assertEquals(1, inItsYear.toConfirm().getFirst().covered());
    }

    @Test
    void expensesWhoseBuildingIsNotKnownShareOneCeiling() {
        GrantAmount half = new GrantAmount(GrantObject.CHARGER, 1, 8, null, 0.5, 500_000, null);
        Programme chargers = programme("bornes", ProgrammeState.TO_CONFIRM, null, 600_000L, half);
        PlanFunding.ProgrammeDraw draw = PlanFunding.of(
                        List.of(chargers), List.of(charger("1", "", 2027), charger("2", "", 2027)), TODAY)
                .toConfirm()
                .getFirst();
        // 5,000 $ and 5,000 $ asked, 6,000 $ for what may be one building.
        assertEquals(600_000, draw.cents());
    }

    @Test
    void confirmedProgrammesStackUpToTheSmallestShareOfThePrice() {
        Programme first = programme("a", ProgrammeState.CONFIRMED, 0.75, null, amount(3, 8, 1, 4_000_000));
        Programme second = programme("b", ProgrammeState.CONFIRMED, null, null, amount(3, 8, 1, 4_000_000));
        Expense van = vehicle("7", 3, 8_000_000, 2027);
        // 40,000 $ + 40,000 $, stopped at 75 % of 80,000 $
        assertEquals(
                6_000_000,
                PlanFunding.of(List.of(first, second), List.of(van), TODAY).confirmedCents());
    }

    @Test
    void theProgrammeThatCouldPayMostStandsFirst() {
        Programme small = programme("a-petit", ProgrammeState.TO_CONFIRM, null, null, amount(1, 8, 1, 100_000));
        Programme large = programme("b-grand", ProgrammeState.TO_CONFIRM, null, null, amount(1, 8, 1, 900_000));
        assertEquals(
                List.of("b-grand", "a-petit"),
                PlanFunding.of(List.of(small, large), List.of(CAR), TODAY).toConfirm().stream()
                        .map(draw -> draw.programme().id())
                        .toList());
    }

    @Test
    void aProgrammeThatCoversNothingOfThePlanIsNotListed() {
        Programme light = programme("leger", ProgrammeState.TO_CONFIRM, null, null, amount(1, 2, 1, 500_000));
        PlanFunding funding = PlanFunding.of(List.of(light), List.of(TRUCK), TODAY);
        assertTrue(funding.toConfirm().isEmpty());
        assertFalse(
                PlanFunding.of(List.of(light), List.of(CAR), TODAY).toConfirm().isEmpty());
    }

    @Test
    void anExpenseBelowNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> vehicle("1", 1, -1, 2027));
        assertThrows(IllegalArgumentException.class, () -> vehicle("1", 9, 1, 2027));
    }

    /// The oracle is the other way to reckon it: one purchase at a time, as the plan does.
    @Property(tries = 300)
    void withoutCeilingsOfBuildingsItPaysWhatThePlanCountsLineByLine(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 90_000_000) Long> prices,
            @ForAll @IntRange(min = 1, max = 8) int gvwrClass,
            @ForAll @LongRange(max = 50_000_000) long first,
            @ForAll @LongRange(max = 50_000_000) long second) {
        List<Programme> programmes = List.of(
                programme("a", ProgrammeState.CONFIRMED, null, null, amount(1, 4, 1, first)),
                programme("b", ProgrammeState.CONFIRMED, 0.75, null, amount(1, 8, 0.5, second)),
                programme("c", ProgrammeState.TO_CONFIRM, 0.6, null, amount(1, 8, 0.3, second)));
        List<Expense> expenses = IntStream.range(0, prices.size())
                .mapToObj(i -> vehicle("u", gvwrClass, prices.get(i), 2027))
                .toList();
        Incentives plan = new Incentives(programmes);
        long byLine = prices.stream()
                .mapToLong(price -> plan.confirmedCents(VehicleClass.CAR, gvwrClass, price, 2027))
                .sum();
        assertEquals(byLine, PlanFunding.of(programmes, expenses, TODAY).confirmedCents());
    }

    @Property(tries = 300)
    void noProgrammePaysMoreThanThePriceNorThanItsCeilingsAndTheOrderOfProgrammesDoesNotMatter(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 2_000_000) Long> prices,
            @ForAll @LongRange(max = 900_000) long ceiling,
            @ForAll @LongRange(max = 3_000_000) long ofBuilding) {
        Programme capped = programme(
                "a",
                ProgrammeState.CONFIRMED,
                null,
                ofBuilding,
                new GrantAmount(GrantObject.CHARGER, 1, 8, null, 0.5, ceiling, null));
        Programme other = programme(
                "b",
                ProgrammeState.CONFIRMED,
                0.8,
                null,
                new GrantAmount(GrantObject.CHARGER, 1, 8, null, 1, ceiling, null));
        List<Expense> expenses = prices.stream()
                .map(price -> new Expense("u", GrantObject.CHARGER, 1, "Garage", price, 2027))
                .toList();
        PlanFunding funding = PlanFunding.of(List.of(capped, other), expenses, TODAY);
        funding.confirmed().stream()
                .filter(draw -> draw.programme().id().equals("a"))
                .forEach(draw -> assertTrue(draw.cents() <= ofBuilding));
        long sum = funding.confirmed().stream()
                .mapToLong(PlanFunding.ProgrammeDraw::cents)
                .sum();
        assertTrue(funding.confirmedCents() <= sum);
        assertTrue(funding.confirmedCents()
                <= prices.stream().mapToLong(Long::longValue).sum());
        assertEquals(
                funding.confirmedCents(),
                PlanFunding.of(List.of(other, capped), expenses, TODAY).confirmedCents());
    }

    private static Expense vehicle(String line, int gvwrClass, long cents, int year) {
        return new Expense(line, GrantObject.ELECTRIC_VEHICLE, gvwrClass, "", cents, year);
    }

    private static Expense charger(String line, String building, int year) {
        return new Expense(line, GrantObject.CHARGER, 1, building, 1_100_000, year);
    }

    private static GrantAmount amount(int from, int to, double rate, long maxCents) {
        return new GrantAmount(GrantObject.ELECTRIC_VEHICLE, from, to, null, rate, maxCents, null);
    }

    private static Programme until(LocalDate last, ProgrammeState state) {
        return between(null, last, state);
    }

    private static Programme from(LocalDate first, ProgrammeState state) {
        return between(first, null, state);
    }

    /// That pays 5,000 $ for any vehicle from its first day to its last.
    private static Programme between(@Nullable LocalDate first, @Nullable LocalDate last, ProgrammeState state) {
        return new Programme(
                "entre",
                "entre",
                "between",
                "Q",
                List.of(amount(1, 8, 1, 500_000)),
                null,
                null,
                null,
                first,
                last,
                false,
                state,
                true,
                "s",
                "",
                Grade.HIGH,
                "");
    }

    private static Programme programme(
            String id,
            ProgrammeState state,
            @Nullable Double stacking,
            @Nullable Long buildingYear,
            GrantAmount amount) {
        return new Programme(
                id,
                id,
                id,
                "Q",
                List.of(amount),
                null,
                buildingYear,
                stacking,
                null,
                null,
                false,
                state,
                true,
                "s",
                "",
                Grade.HIGH,
                "");
    }
}
