package courant.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import courant.engine.cost.UnitCase;
import courant.engine.fact.Facts;
import courant.engine.fleet.Fuel;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SequenceBlockTest {
    @Property(tries = 200)
    void theCheapestColumnIsPricedAsItsUseAndCostSay(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Facts facts = PlanFixture.facts(Map.of());
        Fuel fuel = random.nextBoolean() ? Fuel.ELECTRIC : Fuel.GASOLINE;
        double km = random.nextInt(500, 60_000);
        UnitCase unit = new UnitCase(
                PlanFixture.car("A", 2010 + random.nextInt(17), fuel, km),
                km,
                0,
                true,
                List.of(PlanFixture.candidate("un", 50_000, 2_000), PlanFixture.candidate("deux", 45_000, 3_000)));
        Map<Integer, Long> budgets = Map.of(2027, 60_000_00L, 2029, 50_000_00L, 2030, 90_000_00L);
        List<Target> targets = List.of(new Target("light", 0.4, 2028), new Target("car", 1, 2030));
        PlanInputs inputs = PlanFixture.inputs(List.of(unit), 5, budgets, targets, facts);
        Coupling coupling = new Coupling(inputs.request());
        UnitOptions options = new FleetOptions(inputs.request(), facts, inputs.costs())
                .of(inputs.cases())
                .getFirst();
        SequenceBlock block = new SequenceBlock(options, coupling, new Discount(0.04, 5));
        double[] prices = random.doubles(coupling.limits().length, 0, 1e6).toArray();

        for (int j = 0; j < block.columns(); j++) {
            double expected = block.price(j, prices, 1);
            assertEquals(expected, block.cheapest(prices, 1, j, j).price(), 1e-6 * Math.abs(expected), "column " + j);
        }
    }
}
