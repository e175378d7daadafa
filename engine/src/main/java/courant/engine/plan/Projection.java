package courant.engine.plan;

import courant.engine.cost.Ownership;
import courant.engine.fleet.Fuel;
import java.util.List;

/// A plan lived through year by year: every unit's flows from its actions alone.
///
/// It shares no arithmetic with the sequences that were optimised but the cost of owning a vehicle, so that its total
/// is a second opinion on the objective.
final class Projection {
    /// Discounted sums over the horizon, cents, by what an assumption may move.
    static final class Parts {
        long fuel;
        long electricity;
        long electricMaintenance;
        long electricVehicles;
        long resale;
        long operating;
    }

    /// Flows of one year over all units, undiscounted, cents.
    static final class Year {
        long capex;
        long grants;
        long resale;
        long fuel;
        long electricity;
        long maintenance;
        double ghgT;
        int electric;
        int present;
        int replacedElectric;
        int replacedCombustion;
    }

    private final int firstYear;
    private final Discount discount;
    private final Year[] years;
    private final Parts parts = new Parts();
    private long totalCents;

    Projection(PlanRequest request, Discount discount) {
        this.firstYear = request.firstYear();
        this.discount = discount;
        this.years = new Year[request.years()];
        for (int y = 0; y < years.length; y++) {
            years[y] = new Year();
        }
    }

    /// Lives through one unit's actions.
    ///
    /// @return the unit's discounted cost, cents
    UnitTotal add(UnitOptions options, List<Action> actions) {
        Ownership held = options.today();
        int bought = 0;
        int ageWhenBought = options.age();
        boolean present = true;
        boolean shared = false;
        long cents = 0;
        double ghgT = 0;
        for (int y = 0; y < years.length; y++) {
            Year year = years[y];
            for (Action action : actions) {
                if (action.year() != firstYear + y || action.kind() == ActionKind.KEEP) {
                    continue;
                }
                cents -= resale(year, held, bought, ageWhenBought + y - bought, y);
                switch (action.kind()) {
                    case RETIRE -> present = false;
                    case SHARE -> {
                        present = false;
                        shared = true;
                    }
                    case REPLACE -> {
                        held = replacement(options, action);
                        bought = y;
                        ageWhenBought = 0;
                        cents += purchase(year, action, y);
                    }
                    case KEEP -> throw new IllegalStateException("keep changes nothing");
                }
            }
            if (present || shared) {
                int age = ageWhenBought + y - bought;
                cents += operate(year, held, age, y);
                year.ghgT += held.yearly().ghgT();
                ghgT += held.yearly().ghgT();
            }
            if (present) {
                year.present++;
                year.electric += held.isElectric() ? 1 : 0;
            }
        }
        if (present) {
            int end = years.length;
            long value = discount.cents(held.resaleCents(bought, ageWhenBought + end - bought), end);
            parts.resale += value;
            cents -= value;
        }
        totalCents += cents;
        return new UnitTotal(cents, ghgT);
    }

    /// A unit's discounted cost and its emissions over the horizon.
    record UnitTotal(long cents, double ghgT) {}

    private static Ownership replacement(UnitOptions options, Action action) {
        return options.replacements().stream()
                .filter(o -> o.modelId().equals(action.modelId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No replacement " + action.modelId() + " for unit "
                        + options.unitCase().unit().id()));
    }

    private long purchase(Year year, Action action, int y) {
        year.capex += action.capexCents();
        year.grants += action.grantCents();
        if (action.fuel() == Fuel.ELECTRIC) {
            year.replacedElectric++;
            parts.electricVehicles +=
                    discount.cents(action.capexCents() - action.chargerCents() - action.siteCents(), y);
        } else {
            year.replacedCombustion++;
        }
        return discount.cents(action.capexCents() - action.grantCents(), y);
    }

    private long resale(Year year, Ownership held, int bought, int age, int y) {
        long cents = held.resaleCents(bought, age);
        year.resale += cents;
        parts.resale += discount.cents(cents, y);
        return discount.cents(cents, y);
    }

    private long operate(Year year, Ownership held, int age, int y) {
        long maintenance = held.maintenanceCents(age);
        year.fuel += held.yearly().fuelCents();
        year.electricity += held.yearly().electricityCents();
        year.maintenance += maintenance;
        parts.fuel += discount.cents(held.yearly().fuelCents(), y);
        parts.electricity += discount.cents(held.yearly().electricityCents(), y);
        if (held.isElectric()) {
            parts.electricMaintenance += discount.cents(maintenance, y);
        }
        long operating =
                discount.cents(held.yearly().fuelCents() + held.yearly().electricityCents() + maintenance, y);
        parts.operating += operating;
        return operating;
    }

    /// Discounted cost of all units added, cents.
    long totalCents() {
        return totalCents;
    }

    Parts parts() {
        return parts;
    }

    Year year(int index) {
        return years[index];
    }

    int years() {
        return years.length;
    }
}
