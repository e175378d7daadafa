package courant.engine.incentive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What a whole plan could draw, programme by programme.
///
/// Each programme is looked at alone first: its amounts, its price cap, and its ceiling per building and year, which
/// the lines of a building draw on in the order of the plan. Confirmed programmes are then added up line by line: the
/// sum of a line never exceeds its price, nor the smallest stacking share among the confirmed programmes it draws on.
/// What is « à confirmer » and what is closed stand apart and enter no sum.
///
/// @param confirmed that pay something, greatest first
/// @param toConfirm that may pay something, greatest first; never added up
/// @param missed not closed, but not open when the plan buys what they cover, most purchases first
/// @param closed whose amounts cover lines of the plan, but which pay nothing any more
/// @param confirmedCents what all confirmed programmes pay together, cents
public record PlanFunding(
        List<ProgrammeDraw> confirmed,
        List<ProgrammeDraw> toConfirm,
        List<ProgrammeDraw> missed,
        List<ProgrammeDraw> closed,
        long confirmedCents) {
    public PlanFunding {
        confirmed = List.copyOf(confirmed);
        toConfirm = List.copyOf(toConfirm);
        missed = List.copyOf(missed);
        closed = List.copyOf(closed);
    }

    /// What one programme pays.
    ///
    /// @param programme as it was read
    /// @param lines those it pays something of, in the order of the plan; none when it is closed
    /// @param covered lines that its amounts cover, whatever is left under its ceilings
    /// @param outside lines that its amounts would cover, were they bought at another time
    /// @param cents sum of the lines, cents
    /// @param isCapped whether the ceiling per building and year cut the sum
    public record ProgrammeDraw(
            Programme programme, List<Line> lines, int covered, Outside outside, long cents, boolean isCapped) {
        public ProgrammeDraw {
            lines = List.copyOf(lines);
        }
    }

    /// Purchases that a programme does not meet, by when they are made.
    ///
    /// @param before the year in which it opens
    /// @param during the year in which it ends: a confirmed one may be over by then
    /// @param after the year in which it ends
    public record Outside(int before, int during, int after) {
        public int count() {
            return before + during + after;
        }
    }

    /// @param expense what is bought
    /// @param cents what the programme pays of it, cents
    public record Line(Expense expense, long cents) {}

    private record BuildingYear(String building, int year) {}

    /// @param programmes each id once
    /// @param expenses in the order of the plan
    /// @param today what has ended by this day is closed, whatever its state says
    /// @return the four groups and the confirmed sum; cost `O(programmes × expenses)`
    public static PlanFunding of(List<Programme> programmes, List<Expense> expenses, LocalDate today) {
        List<ProgrammeDraw> confirmed = new ArrayList<>();
        List<ProgrammeDraw> toConfirm = new ArrayList<>();
        List<ProgrammeDraw> missed = new ArrayList<>();
        List<ProgrammeDraw> closed = new ArrayList<>();
        for (Programme programme : programmes) {
            ProgrammeState state = programme.stateOn(today);
            ProgrammeDraw draw = draw(programme, state, expenses);
            if (draw.covered() > 0) {
                switch (state) {
                    case CONFIRMED -> confirmed.add(draw);
                    case TO_CONFIRM -> toConfirm.add(draw);
                    case CLOSED -> closed.add(draw);
                }
            } else if (draw.outside().count() > 0) {
                missed.add(draw);
            }
        }
        Comparator<ProgrammeDraw> greatest = Comparator.comparingLong(ProgrammeDraw::cents)
                .reversed()
                .thenComparing(draw -> draw.programme().id());
        confirmed.sort(greatest);
        toConfirm.sort(greatest);
        missed.sort(
                Comparator.<ProgrammeDraw>comparingInt(draw -> draw.outside().count())
                        .reversed()
                        .thenComparing(draw -> draw.programme().id()));
        closed.sort(greatest);
        return new PlanFunding(confirmed, toConfirm, missed, closed, together(confirmed));
    }

    private static ProgrammeDraw draw(Programme programme, ProgrammeState state, List<Expense> expenses) {
        Map<BuildingYear, Long> drawn = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        long cents = 0;
        int covered = 0;
        int before = 0;
        int during = 0;
        int after = 0;
        boolean isCapped = false;
        for (Expense expense : expenses) {
            long alone = alone(programme, expense);
            if (alone == 0) {
                continue;
            }
            if (state == ProgrammeState.CLOSED) {
                covered++;
                continue;
            }
            if (programme.startsAfter(expense.year())) {
                before++;
                continue;
            }
            if (!programme.openWithin(expense.year())) {
                after++;
                continue;
            }
            // Money that may stop before December is not counted on.
            if (state == ProgrammeState.CONFIRMED && !programme.openThroughEndOf(expense.year())) {
                during++;
                continue;
            }
            covered++;
            long left = left(programme, drawn.getOrDefault(place(expense), 0L));
            long paid = Math.min(alone, left);
            isCapped |= paid < alone;
            if (paid > 0) {
                drawn.merge(place(expense), paid, Long::sum);
                lines.add(new Line(expense, paid));
                cents += paid;
            }
        }
        return new ProgrammeDraw(programme, lines, covered, new Outside(before, during, after), cents, isCapped);
    }

    private static BuildingYear place(Expense expense) {
        return new BuildingYear(expense.building(), expense.year());
    }

    private static long left(Programme programme, long drawn) {
        Long most = programme.buildingYearCapCents();
        return most == null ? Long.MAX_VALUE : most - drawn;
    }

    private static long alone(Programme programme, Expense expense) {
        Integer gvwrClass = expense.gvwrClass();
        return gvwrClass == null ? 0 : programme.cents(expense.object(), gvwrClass, expense.cents(), expense.year());
    }

    private static long together(List<ProgrammeDraw> confirmed) {
        // Two lines of a plan may read the same and are two all the same.
        Map<Expense, Long> sums = new IdentityHashMap<>();
        Map<Expense, Long> ceilings = new IdentityHashMap<>();
        for (ProgrammeDraw draw : confirmed) {
            Double share = draw.programme().stackingShare();
            for (Line line : draw.lines()) {
                Expense expense = line.expense();
                long most = share == null ? expense.cents() : (long) Math.floor(share * expense.cents());
                sums.merge(expense, line.cents(), Long::sum);
                ceilings.merge(expense, most, Math::min);
            }
        }
        return sums.entrySet().stream()
                .mapToLong(sum -> Math.min(sum.getValue(), ceilings.getOrDefault(sum.getKey(), 0L)))
                .sum();
    }
}
