package courant.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes the draft resolution as WordprocessingML: real styles and headings, language set, table headers marked.
///
/// The parts are written directly: the document is small and fixed, and no library has to start for it.
final class ResolutionDocx {
    private final CouncilReport report;
    private final StringBuilder body = new StringBuilder(1 << 14);

    private ResolutionDocx(CouncilReport report) {
        this.report = report;
    }

    static void write(CouncilReport report, OutputStream out) throws IOException {
        ResolutionDocx docx = new ResolutionDocx(report);
        new DocxPackage(
                        report.say("resolution.title", report.municipality()),
                        report.say("resolution.draft"),
                        report.wording().locale())
                .write(docx.body(), out);
    }

    private String body() {
        add("Title", report.say("resolution.title", report.municipality()));
        add("Normal", report.say("resolution.extract", report.municipality()));
        add("Normal", report.say("resolution.number"));
        add("Heading1", report.say("resolution.object"));
        for (String key : List.of("inventory", "plan", "winter", "pti", "grants", "budget")) {
            if (!key.equals("grants") || hasPossibleGrants()) {
                add("Normal", whereas(key));
            }
        }
        add("Normal", report.say("resolution.moved"));
        add("ListNumber", "1. " + report.say("resolution.do.adopt", report.tabled()));
        add("ListNumber", "2. " + report.say("resolution.do.pti"));
        table(report.table("pti"));
        add("ListNumber", "3. " + report.say("resolution.do.mandate"));
        add("ListNumber", "4. " + report.say("resolution.do.grants"));
        add("ListNumber", "5. " + report.say("resolution.do.report"));
        add("Normal", report.say("resolution.adopted"));
        add("Heading1", report.say("resolution.certified.title"));
        add("Normal", report.say("resolution.certified", report.municipality()));
        add("Normal", report.say("resolution.signature", clerk()));
        add("Heading1", report.say("resolution.annex"));
        table(report.table("figures"));
        add("Normal", report.say("report.independent"));
        return body.toString();
    }

    private String whereas(String key) {
        return report.say(
                "resolution.whereas." + key,
                report.figure("units.vehicles").value(),
                report.figure("units.machines").value(),
                report.figure("plan.electric").value(),
                report.figure("pti.total.capex").text(),
                report.figure("pti.total.grants").text(),
                report.figure("pti.total.net").text(),
                report.figure("plan.possible-grants").text(),
                report.figure("plan.gap").text());
    }

    private boolean hasPossibleGrants() {
        return report.figure("plan.possible-grants").value().signum() > 0;
    }

    /// A city has a clerk; other municipalities have a clerk-treasurer.
    private String clerk() {
        boolean city = report.result().request().municipality().designation().equals("Ville");
        return report.say(city ? "resolution.clerk.city" : "resolution.clerk.municipality");
    }

    private void add(String style, String text) {
        body.append(DocxPackage.paragraph(style, text));
    }

    private void table(ReportTable table) {
        body.append(
                        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:firstRow=\"1\"/><w:tblCaption w:val=\"")
                .append(Markup.escape(table.caption()))
                .append("\"/></w:tblPr><w:tblGrid>");
        table.columns()
                .forEach(c ->
                        body.append("<w:gridCol w:w=\"").append(c.width() * 110).append("\"/>"));
        body.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        table.columns().forEach(c -> cell(c.label(), "TableHead", c.width(), c.numeric()));
        body.append("</w:tr>");
        for (List<Cell> row : table.rows()) {
            body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int i = 0; i < row.size(); i++) {
                cell(
                        row.get(i).text(),
                        "TableText",
                        table.columns().get(i).width(),
                        row.get(i).value() != null);
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>").append(DocxPackage.paragraph("Normal", ""));
    }

    private void cell(String text, String style, int width, boolean right) {
        body.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                .append(width * 110)
                .append("\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/>")
                .append(right ? "<w:jc w:val=\"right\"/>" : "")
                .append("</w:pPr><w:r><w:t xml:space=\"preserve\">")
                .append(Markup.escape(text))
                .append("</w:t></w:r></w:p></w:tc>");
    }
}
