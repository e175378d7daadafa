package courant.platform.planning.internal;

import courant.engine.plan.Action;
import courant.engine.plan.ActionKind;
import courant.engine.plan.UnitPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which units the table shows, in which order.
///
/// @param units those of this page
/// @param filter the filter chosen
/// @param order the order chosen
/// @param page page shown, from 1; 0 for all
/// @param pages how many pages there are
public record UnitsShown(List<UnitPlan> units, Filter filter, Order order, int page, int pages) {
    private static final int PER_PAGE = 50;

    /// What the address asks of the table.
    record Asked(String action, String tri, String page) {
        static final Asked FIRST = new Asked("", "", "");

        Asked {
            action = action == null ? "" : action;
            tri = tri == null ? "" : tri;
            page = page == null ? "" : page;
        }
    }

    /// Units by what is done with them; each unit is in one, and in `ALL`.
    public enum Filter {
        ALL("tout"),
        ELECTRIC("electrique"),
        RENEW("renouveler"),
        COMBUSTION("carburant"),
        RETIRE("retirer"),
        SHARE("partager"),
        KEEP("conserver");

        private final String id;

        Filter(String id) {
            this.id = id;
        }

        /// The word in addresses and in the message bundle.
        public String id() {
            return id;
        }

        boolean holds(UnitPlan unit) {
            return this == ALL || this == of(unit);
        }

        /// A unit that becomes electric counts as such whatever comes first; else the first action tells.
        private static Filter of(UnitPlan unit) {
            if (unit.recommendedElectric()) {
                return ELECTRIC;
            }
            Action first = unit.actions().getFirst();
            return switch (first.kind()) {
                case REPLACE -> first.electric() ? RENEW : COMBUSTION;
                case RETIRE -> RETIRE;
                case SHARE -> SHARE;
                case KEEP -> KEEP;
            };
        }
    }

    public enum Order {
        SHEET("feuille", Comparator.comparingInt(u -> u.unit().sourceRow())),
        YEAR("annee", Comparator.comparingInt(UnitsShown::yearOfChange)),
        COST(
                "cout",
                Comparator.comparingLong((UnitPlan u) -> u.actions().getFirst().netCents())
                        .reversed()),
        SAVING("economie", Comparator.comparingLong(UnitPlan::savingCents).reversed()),
        WINTER("hiver", Comparator.comparingDouble(u -> u.feasibility().servedWinterShare()));

        private final String id;
        private final Comparator<UnitPlan> comparator;

        Order(String id, Comparator<UnitPlan> comparator) {
            this.id = id;
            this.comparator = comparator;
        }

        /// The word in addresses and in the message bundle.
        public String id() {
            return id;
        }
    }

    static UnitsShown of(List<UnitPlan> all, Asked asked) {
        Filter filter = Arrays.stream(Filter.values())
                .filter(f -> f.id().equals(asked.action()))
                .findFirst()
                .orElse(Filter.ALL);
        Order order = Arrays.stream(Order.values())
                .filter(o -> o.id().equals(asked.tri()))
                .findFirst()
                .orElse(Order.SHEET);
        List<UnitPlan> units =
                all.stream().filter(filter::holds).sorted(order.comparator).toList();
        int pages = Math.max(1, (units.size() + PER_PAGE - 1) / PER_PAGE);
        if (asked.page().equals("toutes")) {
            return new UnitsShown(units, filter, order, 0, pages);
        }
        int page = asked.page().matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(asked.page()), 1, pages) : 1;
        int from = (page - 1) * PER_PAGE;
        return new UnitsShown(units.subList(from, Math.min(units.size(), from + PER_PAGE)), filter, order, page, pages);
    }

    private static int yearOfChange(UnitPlan unit) {
        Action first = unit.actions().getFirst();
        return first.kind() == ActionKind.KEEP ? Integer.MAX_VALUE : first.year();
    }
}
