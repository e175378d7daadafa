package courant.engine.plan;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.ElectricModel;
import courant.engine.cost.CostModel;
import courant.engine.fleet.Unit;
import courant.engine.incentive.Expense;
import courant.engine.incentive.GrantObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a plan buys that a programme may pay a part of: each new electric vehicle, and the charger that comes with it.
public final class PlanExpenses {
    private PlanExpenses() {}

    /// @param units of the plan, in its order
    /// @param costs that priced the plan
    /// @param catalogue the models it chose among
    /// @return in the order of the plan: vehicles with a weight class (machines and bicycles have none), and every
    ///     charger. Prices are before tax, cents. Cost linear.
    public static List<Expense> of(List<UnitPlan> units, CostModel costs, Catalogue catalogue) {
        Map<String, ElectricModel> models =
                catalogue.models().stream().collect(Collectors.toMap(ElectricModel::id, Function.identity()));
        List<Expense> expenses = new ArrayList<>();
        for (UnitPlan plan : units) {
            for (Action action : plan.actions()) {
                ElectricModel model = models.get(action.modelId());
                if (action.kind() == ActionKind.REPLACE && action.electric() && model != null) {
                    add(expenses, plan.unit(), action, model, costs);
                }
            }
        }
        return List.copyOf(expenses);
    }

    private static void add(List<Expense> expenses, Unit unit, Action action, ElectricModel model, CostModel costs) {
        if (unit.vehicleClass().group().isRoad() && model.gvwrClass() != null) {
            expenses.add(new Expense(
                    unit.id(),
                    GrantObject.ELECTRIC_VEHICLE,
                    model.gvwrClass(),
                    unit.depot(),
                    costs.electricPriceCents(model, action.year()),
                    action.year()));
        }
        if (action.chargerCents() > 0) {
            // A charger has no weight class: programmes that pay for one list all of them.
            expenses.add(new Expense(
                    unit.id(),
                    GrantObject.CHARGER,
                    1,
                    unit.depot(),
                    costs.chargerPriceCents(unit.vehicleClass()),
                    action.year()));
        }
    }
}
