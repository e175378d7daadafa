package courant.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Writes the report as a tagged PDF (PDF balisé) in Letter size, fonts embedded, nothing fetched from anywhere.
final class PdfReport {
    private static final String FAMILY = "Liberation Sans";

    private PdfReport() {}

    static void write(CouncilReport report, OutputStream out) throws IOException {
        print(ReportHtml.of(report), out);
    }

    /// @param html XHTML with its style; nothing it names is fetched
    static void print(String html, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        byte[] regular = font("Regular");
        byte[] bold = font("Bold");
        try (TrueTypeFont outlines = new TTFParser().parse(new RandomAccessReadBuffer(regular))) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .withProducer("Courant")
                    .useUnicodeLineBreaker(new LineBreaks())
                    .useSVGDrawer(new ChartDrawer(outlines))
                    .useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false,
                            com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority
                                    .RUN_BEFORE_RESOLVING_URI)
                    .withW3cDocument(parsed(html), "about:blank")
                    .toStream(out)
                    .run();
        }
    }

    private static byte[] font(String style) throws IOException {
        String resource = "/liberation/LiberationSans-" + style + ".ttf";
        try (InputStream in = Objects.requireNonNull(PdfReport.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        }
    }

    private static Document parsed(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new UncheckedIOException(
                    new IOException("The report's own HTML does not parse: a text was not escaped.", e));
        }
    }
}
