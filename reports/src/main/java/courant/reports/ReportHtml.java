package courant.reports;

import courant.reports.CouncilReport.Section;
import java.util.List;

/// The report as the XHTML that is printed: the two-page decision, then the details.
final class ReportHtml {
    private final CouncilReport report;
    private final StringBuilder html = new StringBuilder(1 << 16);

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
                .append(Markup.escape(report.lead()))
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
        paragraph("lead", report.lead());
        for (Section section : report.sections()) {
            section(section);
        }
        signatures();
        details();
        paragraph("note", report.say("report.independent"));
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
            List.of("timeline", "classes", "units", "sensitivity", "assumptions", "facts", "figures");

    private void section(Section section) {
        heading(2, "", section.title());
        if (section.lines().size() == 1) {
            paragraph("", section.lines().getFirst());
        } else {
            html.append("<ul>");
            section.lines()
                    .forEach(l -> html.append("<li>").append(Markup.escape(l)).append("</li>"));
            html.append("</ul>");
        }
        if (!section.table().isEmpty()) {
            table(report.table(section.table()), "");
        }
    }

    private void signatures() {
        html.append("<div class=\"signatures\">");
        paragraph("", report.say("signature.prepared"));
        paragraph("", report.say("signature.recommended"));
        html.append("</div>");
    }

    private void details() {
        detail("timeline", "break");
        chart("capital");
        chart("ghg");
        chart("share");
        table(report.table("years"), "small");
        detail("classes", "");
        table(report.table("classes"), "");
        html.append("<div class=\"landscape\">");
        detail("units", "");
        units();
        html.append("</div>");
        detail("sensitivity", "break");
        paragraph("", report.say("sensitivity.explained"));
        chart("sensitivity");
        table(report.table("sensitivity"), "");
        detail("assumptions", "");
        table(report.table("assumptions"), "");
        detail("facts", "");
        paragraph("", report.say("facts.explained"));
        table(report.table("facts"), "small");
        detail("figures", "");
        table(report.table("figures"), "");
    }

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
            table(all, "small");
            return;
        }
        int last = report.result().request().firstYear() + 2;
        List<List<Cell>> soon = all.rows().stream()
                .filter(r -> r.get(4).value() instanceof java.math.BigDecimal year && year.intValue() <= last)
                .toList();
        List<List<Cell>> shown = soon.stream().limit(most).toList();
        paragraph("", report.say("units.shortened", all.rows().size(), last, soon.size(), shown.size()));
        table(new ReportTable(all.id(), all.caption(), all.columns(), shown, false), "small");
    }

    private void chart(String name) {
        Chart chart = report.charts().get(name);
        if (chart != null) {
            heading(3, "", report.say("chart." + name));
            html.append("<div class=\"chart\">").append(chart.forPrint()).append("</div>");
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
        html.append("<table class=\"")
                .append(style)
                .append(" t-")
                .append(table.id())
                .append("\"><thead><tr>");
        table.columns()
                .forEach(c -> html.append("<th scope=\"col\"")
                        .append(c.numeric() ? " class=\"n\"" : "")
                        .append('>')
                        .append(Markup.escape(c.label()))
                        .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (int r = 0; r < table.rows().size(); r++) {
            List<Cell> row = table.rows().get(r);
            html.append(table.totalRow() && r == table.rows().size() - 1 ? "<tr class=\"total\">" : "<tr>");
            for (int c = 0; c < row.size(); c++) {
                Cell cell = row.get(c);
                boolean number = cell.value() != null || table.columns().get(c).numeric();
                html.append(number ? "<td class=\"n\">" : "<td>")
                        .append(Markup.escape(breakable(cell.text())))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    /// A text without spaces (an identifier, a pasted line) may break after 24 characters, so that it stays in its
    /// cell.
    private static String breakable(String text) {
        return text.length() <= 24 ? text : text.replaceAll("(\\S{24})(?=\\S)", "$1\u200b");
    }

    private String style() {
        return """
                @page { size: 8.5in 11in; margin: 19mm 17mm 17mm 17mm;
                  @top-left { content: "%s"; font: 8pt 'Liberation Sans'; color: #444; }
                  @top-right { content: "%s"; font: 8pt 'Liberation Sans'; color: #444; }
                  @bottom-right { content: "Page " counter(page) " %s " counter(pages); font: 8pt 'Liberation Sans'; color: #444; } }
                @page wide { size: 11in 8.5in; }
                .landscape { page: wide; }
                body { font-family: 'Liberation Sans'; font-size: 9.5pt; line-height: 1.32; color: #000; }
                h1 { font-size: 17pt; margin: 0 0 1mm 0; color: #1b4d3e; line-height: 1.15; }
                h2 { font-size: 11.5pt; margin: 3.2mm 0 1mm 0; color: #1b4d3e; page-break-after: avoid; }
                h2.break { page-break-before: always; }
                h3 { font-size: 10pt; margin: 3mm 0 1mm 0; page-break-after: avoid; }
                p { margin: 0 0 1.5mm 0; } p.date { color: #444; } ul { margin: 0 0 1mm 0; padding-left: 5mm; } li { margin: 0 0 0.6mm 0; }
                p.lead { font-size: 13pt; font-weight: bold; line-height: 1.3; border-top: 1.5pt solid #1b4d3e; border-bottom: 1.5pt solid #1b4d3e; padding: 2.5mm 0; margin: 2mm 0 2mm 0; }
                table { width: 100%%; border-collapse: collapse; margin: 1mm 0 2.5mm 0; -fs-table-paginate: paginate; font-size: 9pt; }
                table.small { font-size: 7pt; }
                th { text-align: left; vertical-align: bottom; border-bottom: 1pt solid #000; padding: 0.8mm 1.2mm; }
                td { vertical-align: top; border-bottom: 0.4pt solid #aaa; padding: 0.7mm 1.2mm; word-wrap: break-word; }
                th.n, td.n { text-align: right; } table.t-units td.n, table.t-years td.n { white-space: nowrap; }
                tr { page-break-inside: avoid; } tr.total td { font-weight: bold; border-top: 0.8pt solid #000; }
                .signatures { margin-top: 5mm; page-break-inside: avoid; } .signatures p { margin-top: 5mm; }
                .chart { page-break-inside: avoid; } p.note { margin-top: 5mm; font-size: 8.5pt; color: #444; }
                """.formatted(css(report.say("product")), css(report.municipality()), report.say("page.of"));
    }

    /// Text inside a CSS string inside XML.
    private static String css(String text) {
        return Markup.escape(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
