package courant.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the draft resolution as WordprocessingML: real styles and headings, language set, table headers marked.
///
/// The parts are written directly: the document is small and fixed, and no library has to start for it.
final class ResolutionDocx {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private final CouncilReport report;
    private final StringBuilder body = new StringBuilder(1 << 14);

    private ResolutionDocx(CouncilReport report) {
        this.report = report;
    }

    static void write(CouncilReport report, OutputStream out) throws IOException {
        ResolutionDocx docx = new ResolutionDocx(report);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        docx.part(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""");
        docx.part(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""");
        docx.part(zip, "word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>""");
        docx.part(
                zip,
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                        + Markup.escape(report.say("resolution.title", report.municipality()))
                        + "</dc:title><dc:creator>Courant</dc:creator><dc:language>" + docx.tag()
                        + "</dc:language></cp:coreProperties>");
        docx.part(zip, "word/styles.xml", docx.styles());
        docx.part(
                zip,
                "word/header1.xml",
                "<w:hdr xmlns:w=\"" + W + "\">" + docx.paragraph("Header", report.say("resolution.draft"))
                        + "</w:hdr>");
        docx.part(zip, "word/document.xml", docx.document());
        zip.finish();
    }

    private void part(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String tag() {
        return report.wording().locale().toLanguageTag();
    }

    private String document() {
        add("Title", report.say("resolution.title", report.municipality()));
        add("Normal", report.say("resolution.extract", report.municipality()));
        add("Normal", report.say("resolution.number"));
        add("Heading1", report.say("resolution.object"));
        for (String key : List.of("inventory", "plan", "winter", "pti", "grants", "budget")) {
            if (!key.equals("grants") || hasPossibleGrants()) {
                add("Normal", whereas(key));
            }
        }
        add(
                "Normal",
                report.say("resolution.moved") + " "
                        + report.say(report.options().unanimous() ? "resolution.unanimous" : "resolution.majority"));
        add("ListNumber", "1. " + report.say("resolution.do.adopt", report.lead()));
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
        return "<w:document xmlns:w=\"" + W
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" + body
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1300\" w:right=\"1300\" w:bottom=\"1200\" w:left=\"1300\" w:header=\"600\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
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
        body.append(paragraph(style, text));
    }

    private String paragraph(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"
                + Markup.escape(text) + "</w:t></w:r></w:p>";
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
        body.append("</w:tbl>").append(paragraph("Normal", ""));
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

    private String styles() {
        return "<w:styles xmlns:w=\"" + W
                + "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:lang w:val=\""
                + tag()
                + "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "", "")
                + style("Title", "Title", "<w:spacing w:after=\"200\"/>", "<w:b/><w:sz w:val=\"32\"/>")
                + style(
                        "Heading1",
                        "heading 1",
                        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
                        "<w:b/><w:sz w:val=\"24\"/>")
                + style("ListNumber", "List Number", "<w:ind w:left=\"425\" w:hanging=\"425\"/>", "")
                + style("Header", "header", "<w:jc w:val=\"right\"/>", "<w:b/><w:sz w:val=\"20\"/>")
                + style(
                        "TableHead",
                        "Table Head",
                        "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"30\"/>",
                        "<w:b/><w:sz w:val=\"18\"/>")
                + style(
                        "TableText",
                        "Table Text",
                        "<w:spacing w:before=\"30\" w:after=\"30\"/>",
                        "<w:sz w:val=\"18\"/>")
                + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr></w:style></w:styles>";
    }

    private static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\"" + (id.equals("Normal") ? " w:default=\"1\"" : "") + " w:styleId=\"" + id
                + "\"><w:name w:val=\"" + name + "\"/>" + (id.equals("Normal") ? "" : "<w:basedOn w:val=\"Normal\"/>")
                + "<w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + run + "</w:rPr></w:style>";
    }
}
