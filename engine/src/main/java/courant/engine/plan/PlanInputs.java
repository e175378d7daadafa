package courant.engine.plan;

import courant.engine.cost.CostModel;
import courant.engine.cost.UnitCase;
import courant.engine.fact.Facts;
import java.util.List;

/// Everything a plan is made from.
///
/// @param request what the council asks
/// @param cases the planned units with their work and their electric candidates, in the order of the sheet
/// @param facts the facts in force on the request's date
/// @param costs prices ownership with the same facts and horizon
/// @param coldestC lowest daily mean of the weather year, °C, for the words of a verdict
/// @param programmesToConfirm grant programmes that may help but are not confirmed for municipalities
public record PlanInputs(
        PlanRequest request,
        List<UnitCase> cases,
        Facts facts,
        CostModel costs,
        double coldestC,
        int programmesToConfirm) {
    public PlanInputs {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("""
                    There is nothing to plan: the fleet holds only trailers, attachments or what is no vehicle.
                    Maybe the column that says what each unit is was not recognised.""");
        }
    }
}
