package courant.engine.incentive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fact.Grade;
import courant.engine.fleet.VehicleClass;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncentivesTest {
    private static final GrantAmount FLAT_5000 = vehicle(1, 2, 2026, 1, 500_000);
    private static final GrantAmount QUARTER_TO_150000 = vehicle(3, 8, null, 0.25, 15_000_000);

    @Test
    void aFlatAmountIsPaidInItsYearOnly() {
        Incentives incentives = new Incentives(List.of(open("a", ProgrammeState.TO_CONFIRM, null, null, FLAT_5000)));
        assertEquals(500_000, incentives.possibleCents(VehicleClass.CAR, 1, 4_000_000, 2026));
        assertEquals(0, incentives.possibleCents(VehicleClass.CAR, 1, 4_000_000, 2027));
        assertEquals(0, incentives.confirmedCents(VehicleClass.CAR, 1, 4_000_000, 2026));
    }

    @Test
    void aVehicleAboveThePriceCapDrawsNothing() {
        Incentives incentives =
                new Incentives(List.of(open("a", ProgrammeState.TO_CONFIRM, 5_000_000L, null, FLAT_5000)));
        assertEquals(500_000, incentives.possibleCents(VehicleClass.CAR, 1, 5_000_000, 2026));
        assertEquals(0, incentives.possibleCents(VehicleClass.CAR, 1, 5_000_001, 2026));
    }

    @Test
    void aRateStopsAtItsCeiling() {
        Incentives incentives =
                new Incentives(List.of(open("a", ProgrammeState.CONFIRMED, null, null, QUARTER_TO_150000)));
        // 25 % of 340,000 $ = 85,000 $; 25 % of 720,000 $ = 180,000 $, capped at 150,000 $
        assertEquals(8_500_000, incentives.confirmedCents(VehicleClass.TRUCK_MEDIUM, 6, 34_000_000, 2026));
        assertEquals(15_000_000, incentives.confirmedCents(VehicleClass.REFUSE_TRUCK, 8, 72_000_000, 2026));
    }

    @Test
    void stackedGrantsStopAtTheShareOfThePrice() {
        Incentives incentives = new Incentives(List.of(
                open("a", ProgrammeState.CONFIRMED, null, 0.75, vehicle(3, 8, null, 1, 4_000_000)),
                open("b", ProgrammeState.TO_CONFIRM, null, null, vehicle(3, 8, null, 1, 4_000_000))));
        // 75 % of 80,000 $ = 60,000 $: 40,000 $ confirmed leave 20,000 $ possible
        assertEquals(4_000_000, incentives.confirmedCents(VehicleClass.VAN_LARGE, 3, 8_000_000, 2026));
        assertEquals(2_000_000, incentives.possibleCents(VehicleClass.VAN_LARGE, 3, 8_000_000, 2026));
    }

    @Test
    void machinesAndUnknownWeightsDrawNothing() {
        Incentives incentives =
                new Incentives(List.of(open("a", ProgrammeState.CONFIRMED, null, null, QUARTER_TO_150000)));
        assertEquals(0, incentives.confirmedCents(VehicleClass.LOADER, 5, 30_000_000, 2026));
        assertEquals(0, incentives.confirmedCents(VehicleClass.TRUCK_HEAVY, null, 30_000_000, 2026));
    }

    @Test
    void aClosedProgrammePaysNothingAndOneThatEndsInTheYearIsNotConfirmed() {
        Programme closed = open("a", ProgrammeState.CLOSED, null, null, FLAT_5000);
        Programme endsInJune =
                programme("b", ProgrammeState.CONFIRMED, null, null, LocalDate.of(2026, 6, 30), FLAT_5000);
        assertEquals(
                0, new Incentives(List.of(closed, endsInJune)).confirmedCents(VehicleClass.CAR, 1, 4_000_000, 2026));
    }

    @Test
    void halfOfAChargerIsPaidUpToTheCeilingPerConnector() {
        GrantAmount half = new GrantAmount(GrantObject.CHARGER, 1, 8, null, 0.5, 500_000, null);
        Incentives incentives = new Incentives(List.of(open("a", ProgrammeState.CONFIRMED, null, null, half)));
        assertEquals(400_000, incentives.confirmedChargerCents(800_000, 2026));
        assertEquals(500_000, incentives.confirmedChargerCents(1_400_000, 2026));
    }

    @Test
    void aConfirmedProgrammeMustNameMunicipalities() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Programme(
                        "a",
                        "A",
                        "A",
                        "Q",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        ProgrammeState.CONFIRMED,
                        null,
                        "s",
                        "",
                        Grade.HIGH,
                        ""));
    }

    @Test
    void anAssumedLastDayIsADay() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Programme(
                        "a",
                        "A",
                        "A",
                        "Q",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        ProgrammeState.TO_CONFIRM,
                        null,
                        "s",
                        "",
                        Grade.HIGH,
                        ""));
    }

    @Property
    void grantsNeverExceedTheExpense(
            @ForAll @LongRange(max = 100_000_000) long priceCents,
            @ForAll @IntRange(min = 1, max = 8) int gvwrClass,
            @ForAll @LongRange(max = 50_000_000) long first,
            @ForAll @LongRange(max = 50_000_000) long second) {
        Incentives incentives = new Incentives(List.of(
                open("a", ProgrammeState.CONFIRMED, null, null, vehicle(1, 8, null, 1, first)),
                open("b", ProgrammeState.TO_CONFIRM, null, 0.75, vehicle(1, 8, null, 0.5, second))));
        long confirmed = incentives.confirmedCents(VehicleClass.CAR, gvwrClass, priceCents, 2026);
        long possible = incentives.possibleCents(VehicleClass.CAR, gvwrClass, priceCents, 2026);
        assertTrue(confirmed >= 0 && possible >= 0 && confirmed + possible <= priceCents);
    }

    private static GrantAmount vehicle(int from, int to, @Nullable Integer year, double rate, long maxCents) {
        return new GrantAmount(GrantObject.ELECTRIC_VEHICLE, from, to, year, rate, maxCents, null);
    }

    private static Programme open(
            String id, ProgrammeState state, @Nullable Long priceCap, @Nullable Double stacking, GrantAmount amount) {
        return programme(id, state, priceCap, stacking, null, amount);
    }

    private static Programme programme(
            String id,
            ProgrammeState state,
            @Nullable Long priceCap,
            @Nullable Double stacking,
            @Nullable LocalDate to,
            GrantAmount amount) {
        return new Programme(
                id,
                id,
                id,
                "Q",
                List.of(amount),
                priceCap,
                null,
                stacking,
                null,
                to,
                false,
                state,
                true,
                "s",
                "",
                Grade.HIGH,
                "");
    }
}
