package courant.reports;

import courant.reports.CouncilReport.Section;
import courant.reports.ReportTable.Column;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The report as the XHTML that is printed: the two-page decision, then the details.
final class ReportHtml {
    /// Millimetres between the margins of a Letter page, upright and on its side, and at both sides of a cell's text.
    private static final double UPRIGHT = 181.9;
    private static final double ON_ITS_SIDE = 245.4;
    private static final double CELL_PADDING = 2;

    private final CouncilReport report;
    private final StringBuilder html = new StringBuilder(1 << 16);
    private double lineWidth = UPRIGHT;

    private ReportHtml(CouncilReport report) {
        this.report = report;
    }

    static String of(CouncilReport report) {
        return new ReportHtml(report).page();
    }

    private String page() {
        String title = report.say("report.title", report.municipality());
        html.append("<html lang=\"")
                .append(report.wording().locale().toLanguageTag())
                .append("\"><head><title>")
                .append(Markup.escape(title));
        html.append("</title><meta name=\"author\" content=\"Courant\"/><meta name=\"subject\" content=\"")
                .append(Markup.escape(report.say("report.subject")));
        html.append("\"/><meta name=\"description\" content=\"")
                .append(Markup.escape(report.tabled()))
                .append("\"/><style>")
                .append(style())
                .append("</style>");
        bookmarks();
        html.append("</head><body>");
        html.append("<h1 id=\"decision\">").append(Markup.escape(title)).append("</h1>");
        paragraph(
                "date",
                report.say(
                        "report.date",
                        report.wording().numerals().date(report.options().date()),
                        report.wording()
                                .numerals()
                                .date(report.result().request().asOf())));
        paragraph("date", report.say("report.independent"));
        paragraph("lead", report.tabled());
        for (Section section : report.sections()) {
            section(section);
        }
        signatures();
        details();
        return html.append("</body></html>").toString();
    }

    private void bookmarks() {
        html.append("<bookmarks><bookmark name=\"")
                .append(Markup.escape(report.say("bookmark.decision")))
                .append("\" href=\"#decision\"/>");
        for (String id : DETAILS) {
            html.append("<bookmark name=\"")
                    .append(Markup.escape(report.say("detail." + id)))
                    .append("\" href=\"#")
                    .append(id)
                    .append("\"/>");
        }
        html.append("</bookmarks>");
    }

    private static final List<String> DETAILS =
            List.of("timeline", "classes", "sensitivity", "assumptions", "figures", "units", "facts");

    private void section(Section section) {
        heading(2, section.startsPage() ? "break" : "", section.title());
        lines(section.lines());
        if (!section.table().isEmpty()) {
            table(report.table(section.table()), "");
        }
        if (!section.chart().isEmpty()) {
            chart(section.chart());
        }
    }

    private void lines(List<String> lines) {
        if (lines.size() == 1) {
            paragraph("", lines.getFirst());
        } else {
            html.append("<ul>");
            lines.forEach(l -> html.append("<li>").append(Markup.escape(l)).append("</li>"));
            html.append("</ul>");
        }
    }

    private void signatures() {
        html.append("<div class=\"signatures\">");
        for (String who : List.of("signature.prepared", "signature.recommended")) {
            html.append("<p><span class=\"who\">")
                    .append(Markup.escape(report.say(who)))
                    .append("</span> <span class=\"name\">\u00a0</span> ")
                    .append(Markup.escape(report.say("signature.date")))
                    .append(" <span class=\"day\">\u00a0</span></p>");
        }
        html.append("</div>");
    }

    /// The upright pages of the years and the assumptions, then the wide ones of units and facts.
    private void details() {
        detail("timeline", "break");
        table(report.table("years").with(MONEY_OF_YEARS), "");
        titledChart("ghg");
        titledChart("share");
        table(report.table("years").with(UNITS_OF_YEARS), "");
        detail("classes", "");
        table(report.table("classes"), "");
        detail("sensitivity", "");
        paragraph("", report.say("sensitivity.explained"));
        titledChart("sensitivity");
        table(report.table("sensitivity"), "");
        detail("assumptions", "");
        html.append("<ul>");
        report.table("assumptions")
                .rows()
                .forEach(r -> html.append("<li>")
                        .append(Markup.escape(r.getFirst().text()))
                        .append("</li>"));
        html.append("</ul>");
        detail("figures", "");
        table(report.table("figures"), "small");
        lineWidth = ON_ITS_SIDE;
        html.append("<div class=\"landscape\">");
        detail("units", "");
        units();
        html.append("</div><div class=\"landscape\">");
        detail("facts", "");
        facts();
        html.append("</div>");
    }

    private static final List<Integer> MONEY_OF_YEARS = List.of(0, 1, 2, 3, 4, 5, 6);
    private static final List<Integer> UNITS_OF_YEARS = List.of(0, 7, 8, 9, 10, 11, 12);

    private void detail(String id, String style) {
        html.append("<h2 id=\"")
                .append(id)
                .append("\" class=\"")
                .append(style)
                .append("\">")
                .append(Markup.escape(report.say("detail." + id)))
                .append("</h2>");
    }

    /// All units, or where they are too many those acted on in the first three years, saying so.
    private void units() {
        ReportTable all = report.table("units");
        int most = report.options().unitLines();
        if (all.rows().size() <= most) {
            table(printed(all), "small");
            return;
        }
        int last = report.result().request().firstYear() + 2;
        List<List<Cell>> soon = all.rows().stream()
                .filter(r -> r.get(4).value() instanceof BigDecimal year && year.intValue() <= last)
                .toList();
        List<List<Cell>> shown = soon.stream().limit(most).toList();
        paragraph("", report.say("units.shortened", all.rows().size(), last, soon.size(), shown.size()));
        table(printed(all.with(shown.stream())), "small");
    }

    /// Without the columns of grants where no grant is confirmed: the net is then the cost.
    private ReportTable printed(ReportTable units) {
        return report.figure("plan.grants").value().signum() > 0
                ? units
                : units.with(List.of(0, 1, 2, 3, 4, 5, 6, 9, 10));
    }

    /// The facts of no class under the heading of their theme, then a row per class.
    private void facts() {
        paragraph("", report.say("facts.explained"));
        ReportTable general = report.table("facts-general");
        ReportTable printed = general.with(FACT_COLUMNS);
        openTable(printed, "small");
        String theme = "";
        for (int r = 0; r < general.rows().size(); r++) {
            String next = general.rows().get(r).getFirst().text();
            if (next.equals(theme)) {
                row(printed.columns(), printed.rows().get(r), "");
            } else {
                theme = next;
                html.append("</tbody><tbody class=\"theme\"><tr><th scope=\"rowgroup\" colspan=\"")
                        .append(FACT_COLUMNS.size())
                        .append("\">")
                        .append(Markup.escape(theme))
                        .append("</th></tr>");
                row(printed.columns(), printed.rows().get(r), "");
                html.append("</tbody><tbody>");
            }
        }
        html.append("</tbody></table>");
        for (String id : List.of("facts-use", "facts-costs")) {
            ReportTable table = report.table(id);
            if (!table.rows().isEmpty()) {
                heading(3, "", table.caption());
                table(table, "small");
            }
        }
        ReportTable sources = report.table("facts-sources");
        if (!sources.rows().isEmpty()) {
            heading(3, "", sources.caption());
            table(sources, "small");
        }
    }

    private static final List<Integer> FACT_COLUMNS = List.of(1, 2, 3, 4, 5, 6, 7, 8);

    private void titledChart(String name) {
        if (report.charts().containsKey(name)) {
            heading(3, "", report.say("chart." + name));
            chart(name);
        }
    }

    private void chart(String name) {
        Chart chart = report.charts().get(name);
        if (chart != null) {
            html.append("<div class=\"chart\">").append(chart.forPrint());
            paragraph(
                    "source",
                    report.say(
                            "chart.source",
                            report.wording()
                                    .numerals()
                                    .date(report.result().request().asOf())));
            html.append("</div>");
        }
    }

    private void heading(int level, String style, String text) {
        html.append("<h")
                .append(level)
                .append(" class=\"")
                .append(style)
                .append("\">")
                .append(Markup.escape(text))
                .append("</h")
                .append(level)
                .append('>');
    }

    private void paragraph(String style, String text) {
        html.append("<p class=\"")
                .append(style)
                .append("\">")
                .append(Markup.escape(text))
                .append("</p>");
    }

    private void table(ReportTable table, String style) {
        if (table.rows().isEmpty()) {
            paragraph("", report.say("table.empty"));
            return;
        }
        openTable(table, style);
        for (int r = 0; r < table.rows().size(); r++) {
            boolean total = table.totalRow() && r == table.rows().size() - 1;
            row(table.columns(), table.rows().get(r), total ? "total" : "");
        }
        html.append("</tbody></table>");
    }

    /// The header, its columns as wide as their share in the spreadsheet; the widest takes what is left.
    private void openTable(ReportTable table, String style) {
        double all = table.columns().stream().mapToInt(Column::width).sum();
        Column widest = table.columns().stream()
                .max(Comparator.comparingInt(Column::width))
                .orElseThrow();
        html.append("<table class=\"")
                .append(style)
                .append(" t-")
                .append(table.id())
                .append("\"><thead><tr>");
        for (Column column : table.columns()) {
            html.append("<th scope=\"col\"").append(holdsNumbers(table, column) ? " class=\"n\"" : "");
            if (!column.equals(widest)) {
                double millimetres = lineWidth * column.width() / all - CELL_PADDING;
                html.append(String.format(Locale.ROOT, " style=\"width:%.1fmm\"", millimetres));
            }
            html.append('>').append(Markup.escape(column.label())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private static boolean holdsNumbers(ReportTable table, Column column) {
        int index = table.columns().indexOf(column);
        return column.numeric() || table.rows().getFirst().get(index).value() != null;
    }

    private void row(List<Column> columns, List<Cell> row, String style) {
        html.append("<tr class=\"").append(style).append("\">");
        for (int c = 0; c < row.size(); c++) {
            Cell cell = row.get(c);
            boolean number = cell.value() != null || columns.get(c).numeric();
            html.append(number ? "<td class=\"n\">" : "<td>")
                    .append(Markup.escape(breakable(cell.text())))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    /// A text without spaces (an identifier, a pasted line) may break after 24 characters, so that it stays in its
    /// cell; a text that would fill the page is cut, the annexes have it whole.
    private static String breakable(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return shown.length() <= 24 ? shown : shown.replaceAll("(\\S{24})(?=\\S)", "$1\u200b");
    }

    private static final int LONGEST = 240;

    private String style() {
        return """
                @page { size: 8.5in 11in; margin: 19mm 17mm 17mm 17mm;
                  @top-left { content: "%s"; font: 8pt 'Liberation Sans'; color: #444; }
                  @top-right { content: "%s"; font: 8pt 'Liberation Sans'; color: #444; }
                  @bottom-right { content: "Page " counter(page) " %s " counter(pages); font: 8pt 'Liberation Sans'; color: #444; } }
                @page wide { size: 11in 8.5in; }
                .landscape { page: wide; width: 245.4mm; }
                body { margin: 0; font-family: 'Liberation Sans'; font-size: 9.5pt; line-height: 1.32; color: #000; }
                h1 { font-size: 17pt; margin: 0 0 1mm 0; color: #1b4d3e; line-height: 1.15; }
                h2 { font-size: 11.5pt; margin: 2.8mm 0 1mm 0; color: #1b4d3e; page-break-after: avoid; }
                h2.break { page-break-before: always; }
                h3 { font-size: 10pt; margin: 3mm 0 1mm 0; page-break-after: avoid; }
                p { margin: 0 0 1.5mm 0; } p.date { color: #444; font-size: 8.5pt; margin-bottom: 0.5mm; } ul { margin: 0 0 1mm 0; padding-left: 5mm; } li { margin: 0 0 0.6mm 0; }
                p.lead { font-size: 12.5pt; font-weight: bold; line-height: 1.3; border-top: 1.5pt solid #1b4d3e; border-bottom: 1.5pt solid #1b4d3e; padding: 2.5mm 0; margin: 2mm 0 2mm 0; }
                table { width: 100%%; table-layout: fixed; border-collapse: collapse; margin: 1mm 0 2.5mm 0; -fs-table-paginate: paginate; font-size: 9pt; }
                table.small { font-size: 7.5pt; line-height: 1.2; } table.t-years, table.t-classes { font-size: 8.5pt; }
                th { text-align: left; vertical-align: bottom; border-bottom: 1pt solid #000; padding: 0.8mm 1mm; }
                td { vertical-align: top; border-bottom: 0.4pt solid #aaa; padding: 0.6mm 1mm; word-wrap: break-word; }
                th.n, td.n { text-align: right; }
                tr { page-break-inside: avoid; } tr.total td { font-weight: bold; border-top: 0.8pt solid #000; }
                tbody.theme { page-break-inside: avoid; } tbody.theme th { background-color: #eee; border-bottom: 0.4pt solid #aaa; padding-top: 1.2mm; }
                table.t-pti, table.t-options, table.t-purchases, table.t-sensitivity { page-break-inside: avoid; }
                table.t-facts-general td, table.t-facts-use td, table.t-facts-costs td { padding-top: 0.35mm; padding-bottom: 0.35mm; }
                table.t-facts-general td:last-child { font-size: 6pt; color: #444; }
                .signatures { margin-top: 7mm; page-break-inside: avoid; } .signatures p { margin-top: 6mm; }
                .signatures span { display: inline-block; } .who { width: 62mm; } .name { width: 62mm; border-bottom: 0.6pt solid #000; } .day { width: 36mm; border-bottom: 0.6pt solid #000; }
                .chart { page-break-inside: avoid; } p.source { font-size: 7.5pt; color: #444; margin: 0; }
                """.formatted(css(report.say("product")), css(report.municipality()), report.say("page.of"));
    }

    /// Text inside a CSS string inside XML.
    private static String css(String text) {
        return Markup.escape(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
