package courant.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/// A short paper of text alone, such as a draft resolution, as DOCX to be edited and as tagged PDF to be read.
///
/// @param title heading
/// @param header line at the top of each page, such as « Projet »
/// @param locale language of the text
/// @param blocks what follows the title, in order
public record TextDocument(String title, String header, Locale locale, List<Block> blocks) {
    /// @param kind how it is set
    /// @param text without line ends
    public record Block(Kind kind, String text) {}

    /// How a block is set.
    public enum Kind {
        PARAGRAPH("Normal", "p"),
        HEADING("Heading1", "h2");

        private final String docxStyle;
        private final String tag;

        Kind(String docxStyle, String tag) {
            this.docxStyle = docxStyle;
            this.tag = tag;
        }
    }

    public TextDocument {
        blocks = List.copyOf(blocks);
    }

    public void writeDocx(OutputStream out) throws IOException {
        StringBuilder body = new StringBuilder(DocxPackage.paragraph("Title", title));
        blocks.forEach(block -> body.append(DocxPackage.paragraph(block.kind().docxStyle, block.text())));
        new DocxPackage(title, header, locale).write(body.toString(), out);
    }

    public void writePdf(OutputStream out) throws IOException {
        StringBuilder html = new StringBuilder(
                "<html lang=\"%s\"><head><title>%s</title>".formatted(locale.toLanguageTag(), Markup.escape(title)));
        html.append("<meta name=\"author\" content=\"Courant\"/><meta name=\"description\" content=\"")
                .append(Markup.escape(title))
                .append("\"/><style>")
                .append(STYLE.formatted(header.replace("\"", "")))
                .append("</style></head><body><h1>")
                .append(Markup.escape(title))
                .append("</h1>");
        blocks.forEach(block -> html.append("<%s>%s</%1$s>".formatted(block.kind().tag, Markup.escape(block.text()))));
        PdfReport.print(html.append("</body></html>").toString(), out);
    }

    private static final String STYLE = """
            @page { size: 8.5in 11in; margin: 22mm 22mm 20mm 22mm;
              @top-right { content: "%s"; font: 9pt 'Liberation Sans'; color: #444; } }
            body { margin: 0; font-family: 'Liberation Sans'; font-size: 10.5pt; line-height: 1.45; color: #000; }
            h1 { font-size: 15pt; margin: 0 0 5mm 0; line-height: 1.2; }
            h2 { font-size: 11.5pt; margin: 5mm 0 2mm 0; page-break-after: avoid; }
            p { margin: 0 0 3mm 0; }
            """;
}
