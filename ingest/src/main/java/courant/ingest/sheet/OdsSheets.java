package courant.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The sheets of an OpenDocument spreadsheet, read in one pass over its `content.xml`.
///
/// A cell or row may stand for many by a repeat count: a blank one costs nothing, a full one is repeated.
final class OdsSheets {
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final XMLStreamReader xml;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();

    private OdsSheets(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<Sheet> read(String name, byte[] content) throws IOException, UnreadableFileException {
        ZipGuard.mergesByEntry(content);
        try (ZipFile zip = Archive.open(content);
                InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
            OdsSheets ods = new OdsSheets(XlsxRelations.hardened().createXMLStreamReader(in));
            ods.readAll();
            return ods.sheets;
        } catch (XMLStreamException | NumberFormatException e) {
            throw new UnreadableFileException("damaged", name);
        }
    }

    private void readAll() throws XMLStreamException, UnreadableFileException {
        String style = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(STYLE, "style")) {
                style = attribute(STYLE, "name", "");
            } else if (is(STYLE, "table-properties")
                    && attribute(TABLE, "display", "true").equals("false")) {
                hiddenStyles.add(style);
            } else if (is(TABLE, "table")) {
                sheets.add(table());
            } else if (is(OFFICE, "encrypted-data")) {
                throw new UnreadableFileException("damaged", "content.xml");
            }
        }
    }

    private Sheet table() throws XMLStreamException, UnreadableFileException {
        String name = attribute(TABLE, "name", "");
        boolean hidden = hiddenStyles.contains(attribute(TABLE, "style-name", ""));
        RowCollector collector = new RowCollector();
        List<int[]> spans = new ArrayList<>();
        int number = 0;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table")) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT && is(TABLE, "table")) {
                depth++;
            } else if (event == XMLStreamConstants.START_ELEMENT && is(TABLE, "table-row") && depth == 1) {
                int repeat = count("number-rows-repeated");
                List<OdsCell> cells = row();
                if (!cells.isEmpty()) {
                    add(cells, number, repeat, collector, spans);
                }
                number += repeat;
            }
        }
        spans.forEach(s -> collector.spreadDown(s[0], s[1], s[2]));
        return new Sheet(name, hidden, collector.rows());
    }

    private static void add(List<OdsCell> cells, int number, int repeat, RowCollector collector, List<int[]> spans)
            throws UnreadableFileException {
        for (int r = 1; r <= repeat; r++) {
            for (OdsCell cell : cells) {
                collector.cell(cell.column(), cell.text(), cell.kind());
                if (cell.rowsSpanned() > 1) {
                    spans.add(new int[] {number + r, number + r + cell.rowsSpanned() - 1, cell.column()});
                }
            }
            collector.endRow(number + r);
        }
    }

    private List<OdsCell> row() throws XMLStreamException, UnreadableFileException {
        List<OdsCell> cells = new ArrayList<>();
        int column = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table-row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && (is(TABLE, "table-cell") || is(TABLE, "covered-table-cell"))) {
                int repeat = count("number-columns-repeated");
                OdsCell cell = cell(column);
                if (!cell.text().isBlank()) {
                    if (column + repeat > Limits.COLUMNS) {
                        throw new UnreadableFileException("too-many-columns", column + repeat, Limits.COLUMNS);
                    }
                    for (int c = 0; c < repeat; c++) {
                        cells.add(new OdsCell(column + c, cell.text(), cell.kind(), cell.rowsSpanned()));
                    }
                }
                column += repeat;
            }
        }
    }

    private OdsCell cell(int column) throws XMLStreamException {
        String type = attribute(OFFICE, "value-type", "");
        String value = attribute(OFFICE, "value", "");
        String date = attribute(OFFICE, "date-value", "");
        int spanned = count("number-rows-spanned");
        String shown = shownText();
        return switch (type) {
            case "float", "currency", "percentage" ->
                new OdsCell(column, new BigDecimal(value).toPlainString(), Row.Kind.NUMBER, spanned);
            case "date" ->
                new OdsCell(column, date.length() >= 10 ? date.substring(0, 10) : date, Row.Kind.DATE, spanned);
            default -> new OdsCell(column, shown, Row.Kind.TEXT, spanned);
        };
    }

    /// The paragraphs of a cell, without its comments.
    private String shownText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int inComment = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (is(OFFICE, "annotation") || inComment > 0) {
                    inComment++;
                } else if (is(TEXT, "p") && !text.isEmpty() || is(TEXT, "s") || is(TEXT, "tab")) {
                    text.append(' ');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                inComment = Math.max(0, inComment - 1);
            } else if (event == XMLStreamConstants.CHARACTERS && inComment == 0) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private boolean is(String namespace, String name) {
        return xml.getLocalName().equals(name) && namespace.equals(xml.getNamespaceURI());
    }

    private String attribute(String namespace, String name, String otherwise) {
        @Nullable String value = xml.getAttributeValue(namespace, name);
        return value == null ? otherwise : value;
    }

    private int count(String name) {
        return Math.max(1, Integer.parseInt(attribute(TABLE, name, "1")));
    }

    private record OdsCell(int column, String text, Row.Kind kind, int rowsSpanned) {}
}
