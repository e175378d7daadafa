package courant.reports;

import courant.engine.fleet.TargetGroup;
import courant.engine.plan.PlanResult;
import courant.engine.plan.Sensitivity;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The pictures of the report as SVG: labels beside the marks, readable in black and white.
///
/// They use only `rect`, `line`, `polyline` and `text`, the part of SVG that `ChartDrawer` draws.
final class Charts {
    private static final int WIDTH = 660;
    private static final int HEIGHT = 210;
    private static final int LEFT = 84;
    private static final int RIGHT = 110;
    private static final int BOTTOM = 180;
    private static final int TOP = 24;

    private final PlanResult result;
    private final Wording wording;

    Charts(PlanResult result, Wording wording) {
        this.result = result;
        this.wording = wording;
    }

    /// Pictures by name: `capital`, `ghg`, `share`, `sensitivity`; none for a plan without years.
    Map<String, Chart> all() {
        Map<String, Chart> charts = new HashMap<>();
        if (!result.years().isEmpty()) {
            charts.put("capital", capital());
            charts.put("ghg", ghg());
            if (!result.units().isEmpty()) {
                charts.put("share", share());
            }
        }
        if (!result.sensitivities().isEmpty()) {
            charts.put("sensitivity", tornado());
        }
        return charts;
    }

    private Chart capital() {
        double top = result.years().stream()
                .mapToDouble(y -> Math.max(y.capexCents(), y.budgetCents() == null ? 0 : y.budgetCents()))
                .max()
                .orElse(0);
        StringBuilder svg = axis(top, wording.numerals().money(Numerals.dollars(Math.round(top))));
        double step = step();
        for (int i = 0; i < result.years().size(); i++) {
            YearLine line = result.years().get(i);
            double x = LEFT + i * step;
            double y = y(line.capexCents(), top);
            svg.append(rect(x + step * 0.15, y, step * 0.7, BOTTOM - y, "#1b4d3e"));
            if (line.replacedElectric() > 0) {
                svg.append(text(x + step / 2, y - 3, Integer.toString(line.replacedElectric()), 8, "middle"));
            }
            if (line.budgetCents() != null) {
                double level = y(line.budgetCents(), top);
                svg.append(line(x + 2, level, x + step - 2, level, "#000000", 1.8));
            }
        }
        svg.append(text(WIDTH - RIGHT + 6, TOP + 8, wording.say("chart.capital.bar"), 9, "start"));
        svg.append(text(WIDTH - RIGHT + 6, TOP + 36, wording.say("chart.capital.count"), 9, "start"));
        if (result.years().stream().anyMatch(l -> l.budgetCents() != null)) {
            svg.append(text(WIDTH - RIGHT + 6, TOP + 22, wording.say("chart.capital.line"), 9, "start"));
        }
        return picture(svg, HEIGHT, wording.say("chart.capital"));
    }

    private Chart ghg() {
        double top = result.years().stream()
                .mapToDouble(y -> Math.max(y.ghgT(), y.referenceGhgT()))
                .max()
                .orElse(0);
        StringBuilder svg = axis(top, wording.numerals().text(Numerals.rounded(top, 0), FigureUnit.TONNES));
        List<Double> plan = result.years().stream().map(YearLine::ghgT).toList();
        List<Double> reference =
                result.years().stream().map(YearLine::referenceGhgT).toList();
        svg.append(curve(plan, top, false)).append(curve(reference, top, true));
        labels(
                svg,
                List.of(
                        new Label(wording.say("chart.plan"), y(plan.getLast(), top)),
                        new Label(wording.say("chart.reference"), y(reference.getLast(), top))));
        return picture(svg, HEIGHT, wording.say("chart.ghg"));
    }

    private Chart share() {
        StringBuilder svg = axis(1, wording.numerals().text(Numerals.rounded(100, 0), FigureUnit.PERCENT));
        List<Label> labels = new ArrayList<>();
        for (TargetGroup group : TargetGroup.values()) {
            List<UnitPlan> units = result.units().stream()
                    .filter(u -> u.unit().vehicleClass().group() == group)
                    .toList();
            if (units.isEmpty()) {
                continue;
            }
            List<Double> shares = result.years().stream()
                    .map(y -> electricShare(units, y.year()))
                    .toList();
            svg.append(curve(shares, 1, labels.size() % 2 == 1));
            labels.add(new Label(wording.scope(group.id()), y(shares.getLast(), 1)));
        }
        labels(svg, labels);
        return picture(svg, HEIGHT, wording.say("chart.share"));
    }

    private static double electricShare(List<UnitPlan> units, int year) {
        long present = units.stream().filter(u -> u.presentAtEndOf(year)).count();
        long electric = units.stream()
                .filter(u -> u.presentAtEndOf(year) && u.electricAtEndOf(year))
                .count();
        return present == 0 ? 0 : electric / (double) present;
    }

    private Chart tornado() {
        List<Sensitivity> bars = result.sensitivities();
        double middle = result.savingCents();
        double low = bars.stream()
                .mapToDouble(s -> Math.min(s.savingAtLowCents(), s.savingAtHighCents()))
                .min()
                .orElse(middle);
        double high = bars.stream()
                .mapToDouble(s -> Math.max(s.savingAtLowCents(), s.savingAtHighCents()))
                .max()
                .orElse(middle);
        low = Math.min(low, middle);
        high = Math.max(high, middle);
        double scale = high > low ? 300 / (high - low) : 0;
        int left = 250;
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            Sensitivity s = bars.get(i);
            double from = left + (Math.min(s.savingAtLowCents(), s.savingAtHighCents()) - low) * scale;
            double to = left + (Math.max(s.savingAtLowCents(), s.savingAtHighCents()) - low) * scale;
            int y = 12 + 22 * i;
            svg.append(rect(from, y, Math.max(1, to - from), 14, "#7d9c91"));
            svg.append(text(170, y + 11, wording.say("plan.sensitivity." + s.key()), 9, "end"));
            svg.append(
                    text(from - 4, y + 11, dollars(Math.min(s.savingAtLowCents(), s.savingAtHighCents())), 8, "end"));
            svg.append(
                    text(to + 4, y + 11, dollars(Math.max(s.savingAtLowCents(), s.savingAtHighCents())), 8, "start"));
        }
        int height = 22 * bars.size() + 34;
        double x = left + (middle - low) * scale;
        svg.append(line(x, 4, x, height - 20, "#000000", 1.2));
        svg.append(text(
                x,
                height - 8,
                wording.say("chart.plan") + Numerals.NO_BREAK + dollars(result.savingCents()),
                9,
                "middle"));
        return picture(svg, height, wording.say("chart.sensitivity"));
    }

    private String dollars(long cents) {
        return wording.numerals().money(Numerals.dollars(cents));
    }

    private double step() {
        return (WIDTH - LEFT - RIGHT) / (double) result.years().size();
    }

    private static double y(double value, double top) {
        return top <= 0 ? BOTTOM : BOTTOM - (BOTTOM - TOP) * value / top;
    }

    private StringBuilder axis(double top, String topLabel) {
        StringBuilder svg = new StringBuilder();
        svg.append(line(LEFT, BOTTOM, WIDTH - RIGHT, BOTTOM, "#000000", 1));
        if (top > 0) {
            svg.append(line(LEFT, TOP, WIDTH - RIGHT, TOP, "#bbbbbb", 0.6));
            svg.append(text(LEFT - 6, TOP + 4, topLabel, 9, "end"));
        }
        svg.append(text(LEFT - 6, BOTTOM + 3, "0", 9, "end"));
        for (int i = 0; i < result.years().size(); i++) {
            svg.append(text(
                    LEFT + (i + 0.5) * step(),
                    BOTTOM + 14,
                    Integer.toString(result.years().get(i).year()),
                    9,
                    "middle"));
        }
        return svg;
    }

    private String curve(List<Double> values, double top, boolean dashed) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(number(LEFT + (i + 0.5) * step()))
                    .append(',')
                    .append(number(y(values.get(i), top)))
                    .append(' ');
        }
        return "<polyline points=\"%s\" stroke=\"%s\" stroke-width=\"2\"%s/>"
                .formatted(
                        points.toString().strip(),
                        dashed ? "#666666" : "#1b4d3e",
                        dashed ? " stroke-dasharray=\"5 3\"" : "");
    }

    private record Label(String text, double y) {}

    /// Labels at the right end of their curves, pushed apart where two would overlap.
    private static void labels(StringBuilder svg, List<Label> labels) {
        double previous = Double.POSITIVE_INFINITY;
        for (Label label :
                labels.stream().sorted((a, b) -> Double.compare(b.y(), a.y())).toList()) {
            double y = Math.min(label.y() + 3, previous - 11);
            svg.append(text(WIDTH - RIGHT + 4, y, label.text(), 9, "start"));
            previous = y;
        }
    }

    private static Chart picture(StringBuilder marks, int height, String title) {
        return new Chart(title, WIDTH, height, marks.toString());
    }

    private static String rect(double x, double y, double width, double height, String fill) {
        return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(width), number(height), fill);
    }

    private static String line(double x1, double y1, double x2, double y2, String stroke, double width) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), stroke, number(width));
    }

    private static String text(double x, double y, String text, int size, String anchor) {
        return "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), size, anchor, Markup.escape(text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
