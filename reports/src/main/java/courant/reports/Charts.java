package courant.reports;

import courant.engine.fleet.TargetGroup;
import courant.engine.plan.PlanResult;
import courant.engine.plan.Sensitivity;
import courant.engine.plan.UnitPlan;
import courant.engine.plan.YearLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/// The pictures of the report as SVG: labels beside the marks, curves told apart by their dashes, hence readable in
/// black and white.
///
/// They use only `rect`, `line`, `polyline` and `text`, the part of SVG that `ChartDrawer` draws.
final class Charts {
    private static final int WIDTH = 680;
    private static final int LEFT = 100;
    private static final int RIGHT = 136;
    private static final int TOP = 14;
    private static final int FONT = 12;
    private static final int LABEL_STEP = 15;
    private static final String DARK = "#1b4d3e";
    private static final String BLACK = "#000000";
    /// Dashes of the curves in the order in which they are drawn; empty is a plain line.
    private static final List<String> DASHES = List.of("", "8 4", "2 3", "12 3 2 3", "5 2", "1 5", "9 2 2 2 2 2");

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
        List<YearLine> years = result.years();
        Frame frame = new Frame(
                126,
                years.stream()
                        .mapToDouble(y -> Math.max(y.capexCents(), y.budgetCents() == null ? 0 : y.budgetCents()))
                        .max()
                        .orElse(0));
        StringBuilder svg = frame.axis(cents -> dollars(Math.round(cents)));
        double step = step();
        boolean budget = false;
        for (int i = 0; i < years.size(); i++) {
            YearLine line = years.get(i);
            double x = LEFT + i * step;
            double y = frame.y(line.capexCents());
            svg.append(rect(x + step * 0.18, y, step * 0.64, frame.bottom - y, DARK));
            svg.append(text(
                    x + step / 2,
                    frame.bottom + 31,
                    Long.toString(result.electrifiedIn(line.year())),
                    FONT - 1,
                    "middle"));
            if (line.budgetCents() != null) {
                budget = true;
                double level = frame.y(line.budgetCents());
                svg.append(line(x, level, x + step, level, BLACK, 2, ""));
            }
        }
        svg.append(text(LEFT - 6, frame.bottom + 31, wording.say("chart.capital.count"), FONT - 1, "end"));
        int legend = WIDTH - RIGHT + 8;
        svg.append(rect(legend + 5, frame.bottom - 36, 10, 12, DARK));
        svg.append(text(legend + 26, frame.bottom - 26, wording.say("chart.capital.bar"), FONT, "start"));
        if (budget) {
            svg.append(line(legend, frame.bottom - 9, legend + 20, frame.bottom - 9, BLACK, 2, ""));
            svg.append(text(legend + 26, frame.bottom - 5, wording.say("chart.capital.line"), FONT, "start"));
        }
        YearLine highest = years.stream()
                .max(Comparator.comparingLong(YearLine::capexCents))
                .orElseThrow();
        return picture(
                svg,
                frame.bottom + 38,
                "capital",
                years.getFirst().year(),
                years.getLast().year(),
                dollars(highest.capexCents()),
                highest.year());
    }

    private Chart ghg() {
        List<YearLine> years = result.years();
        Frame frame = new Frame(
                170,
                years.stream()
                        .mapToDouble(y -> Math.max(y.ghgT(), y.referenceGhgT()))
                        .max()
                        .orElse(0));
        StringBuilder svg = frame.axis(this::tonnes);
        frame.curves(
                svg,
                List.of(
                        new Curve(
                                wording.say("chart.plan"),
                                years.stream().map(YearLine::ghgT).toList()),
                        new Curve(
                                wording.say("chart.reference"),
                                years.stream().map(YearLine::referenceGhgT).toList())));
        YearLine last = years.getLast();
        return picture(
                svg,
                frame.bottom + 22,
                "ghg",
                tonnes(years.getFirst().ghgT()),
                years.getFirst().year(),
                tonnes(last.ghgT()),
                last.year(),
                tonnes(last.referenceGhgT()));
    }

    private Chart share() {
        Frame frame = new Frame(170, 100);
        StringBuilder svg = frame.axis(this::percent);
        List<Curve> curves = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        for (TargetGroup group : TargetGroup.values()) {
            List<UnitPlan> units = result.units().stream()
                    .filter(u -> u.unit().vehicleClass().group() == group)
                    .toList();
            if (!units.isEmpty()) {
                Curve curve = new Curve(
                        wording.scope(group.id()),
                        result.years().stream()
                                .map(y -> electricPercent(units, y.year()))
                                .toList());
                curves.add(curve);
                ends.add(curve.name() + " " + percent(curve.values().getLast()));
            }
        }
        frame.curves(svg, curves);
        return picture(
                svg,
                frame.bottom + 22,
                "share",
                result.years().getLast().year(),
                String.join(wording.say("chart.separator"), ends));
    }

    private static double electricPercent(List<UnitPlan> units, int year) {
        long present = units.stream().filter(u -> u.presentAtEndOf(year)).count();
        long electric = units.stream()
                .filter(u -> u.presentAtEndOf(year) && u.electricAtEndOf(year))
                .count();
        return present == 0 ? 0 : 100.0 * electric / present;
    }

    private Chart tornado() {
        List<Sensitivity> bars = result.sensitivities();
        double middle = result.savingCents();
        double low =
                Math.min(middle, bars.stream().mapToDouble(Charts::lowEnd).min().orElse(middle));
        double high = Math.max(
                middle, bars.stream().mapToDouble(Charts::highEnd).max().orElse(middle));
        double scale = high > low ? 280 / (high - low) : 0;
        int left = 300;
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            Sensitivity s = bars.get(i);
            double from = left + (lowEnd(s) - low) * scale;
            double to = left + (highEnd(s) - low) * scale;
            int y = 6 + 23 * i;
            svg.append(rect(from, y, Math.max(1, to - from), 15, "#9db8ae"));
            svg.append(text(200, y + 12, wording.say("plan.sensitivity." + s.key()), FONT, "end"));
            svg.append(text(from - 5, y + 12, dollars(lowEnd(s)), FONT - 1, "end"));
            svg.append(text(to + 5, y + 12, dollars(highEnd(s)), FONT - 1, "start"));
        }
        int bottom = 6 + 23 * bars.size();
        double x = left + (middle - low) * scale;
        svg.append(line(x, 2, x, bottom, BLACK, 1.4, ""));
        svg.append(text(
                x, bottom + 14, wording.say("chart.sensitivity.plan", dollars(result.savingCents())), FONT, "middle"));
        Sensitivity widest = bars.getFirst();
        return picture(
                svg,
                bottom + 22,
                "sensitivity",
                wording.say("plan.sensitivity." + widest.key()),
                dollars(lowEnd(widest)),
                dollars(highEnd(widest)));
    }

    private static long lowEnd(Sensitivity s) {
        return Math.min(s.savingAtLowCents(), s.savingAtHighCents());
    }

    private static long highEnd(Sensitivity s) {
        return Math.max(s.savingAtLowCents(), s.savingAtHighCents());
    }

    private String dollars(long cents) {
        return wording.numerals().money(Numerals.dollars(cents));
    }

    private String tonnes(double tonnes) {
        BigDecimal rounded = Numerals.rounded(tonnes, 1);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        return wording.numerals().text(whole ? rounded.setScale(0) : rounded, FigureUnit.TONNES);
    }

    private String percent(double points) {
        return wording.numerals().text(Numerals.rounded(points, 0), FigureUnit.PERCENT);
    }

    private double step() {
        return (WIDTH - LEFT - RIGHT) / (double) result.years().size();
    }

    private Chart picture(StringBuilder marks, int height, String key, Object... said) {
        return new Chart(
                wording.say("chart." + key),
                wording.say("chart." + key + ".description", said),
                WIDTH,
                height,
                marks.toString());
    }

    private record Curve(String name, List<Double> values) {}

    /// The axes of a picture over the years: from 0 to a round number not below the greatest value.
    private final class Frame {
        final int bottom;
        private final double tick;
        private final double top;

        Frame(int bottom, double greatest) {
            this.bottom = bottom;
            this.tick = greatest <= 0 ? 1 : roundTick(greatest / 4);
            this.top = greatest <= 0 ? 1 : tick * Math.ceil(greatest / tick - 1e-9);
        }

        /// The least of 1, 2, 2.5, 5 or 10 times a power of ten that is not below `least`.
        private static double roundTick(double least) {
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (double factor : new double[] {1, 2, 2.5, 5}) {
                if (factor * power >= least * (1 - 1e-9)) {
                    return factor * power;
                }
            }
            return 10 * power;
        }

        double y(double value) {
            return bottom - (bottom - TOP) * value / top;
        }

        StringBuilder axis(DoubleFunction<String> label) {
            StringBuilder svg = new StringBuilder();
            for (int i = 0; i * tick <= top * (1 + 1e-9); i++) {
                double level = y(i * tick);
                svg.append(line(LEFT, level, WIDTH - RIGHT, level, i == 0 ? BLACK : "#bbbbbb", i == 0 ? 1 : 0.6, ""));
                svg.append(text(LEFT - 6, level + 4, label.apply(i * tick), FONT - 1, "end"));
            }
            int every = step() < 29 ? 2 : 1;
            for (int i = 0; i < result.years().size(); i += every) {
                svg.append(text(
                        LEFT + (i + 0.5) * step(),
                        bottom + 16,
                        Integer.toString(result.years().get(i).year()),
                        FONT - 1,
                        "middle"));
            }
            return svg;
        }

        /// Curves, each named at its right end after a sample of its dashes; names that would overlap are pushed apart.
        void curves(StringBuilder svg, List<Curve> curves) {
            for (int i = 0; i < curves.size(); i++) {
                svg.append(polyline(points(curves.get(i).values()), dashes(i)));
            }
            List<Integer> upwards = new ArrayList<>();
            for (int i = 0; i < curves.size(); i++) {
                upwards.add(i);
            }
            upwards.sort(Comparator.comparingDouble(i -> curves.get(i).values().getLast()));
            double[] at = new double[curves.size()];
            double limit = bottom;
            for (int i : upwards) {
                at[i] = Math.min(y(curves.get(i).values().getLast()), limit);
                limit = at[i] - LABEL_STEP;
            }
            limit = TOP;
            for (int i : upwards.reversed()) {
                at[i] = Math.max(at[i], limit);
                limit = at[i] + LABEL_STEP;
            }
            int x = WIDTH - RIGHT + 4;
            for (int i = 0; i < curves.size(); i++) {
                svg.append(line(x, at[i], x + 24, at[i], BLACK, 2, dashes(i)));
                svg.append(text(x + 29, at[i] + 4, curves.get(i).name(), FONT, "start"));
            }
        }

        private static String dashes(int curve) {
            return DASHES.get(curve % DASHES.size());
        }

        private String points(List<Double> values) {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < values.size(); i++) {
                points.append(number(LEFT + (i + 0.5) * step()))
                        .append(',')
                        .append(number(y(values.get(i))))
                        .append(' ');
            }
            return points.toString().strip();
        }
    }

    private static String rect(double x, double y, double width, double height, String fill) {
        return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(width), number(height), fill);
    }

    private static String line(double x1, double y1, double x2, double y2, String stroke, double width, String dashes) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), stroke, number(width), dashed(dashes));
    }

    private static String polyline(String points, String dashes) {
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>"
                .formatted(points, BLACK, dashed(dashes));
    }

    private static String dashed(String dashes) {
        return dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
    }

    private static String text(double x, double y, String text, int size, String anchor) {
        return "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), size, anchor, Markup.escape(text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
