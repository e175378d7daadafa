package courant.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Which archive entry holds which sheet: the relations file of an XLSX workbook.
final class XlsxRelations {
    private XlsxRelations() {}

    static Map<String, String> entryBySheetId(byte[] content) throws IOException, XMLStreamException {
        Map<String, String> entries = new HashMap<>();
        try (ZipFile zip = Archive.open(content)) {
            ZipArchiveEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
            if (relations == null) {
                return entries;
            }
            try (InputStream in = zip.getInputStream(relations)) {
                XMLStreamReader xml = hardened().createXMLStreamReader(in);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("Relationship")) {
                        String target = xml.getAttributeValue(null, "Target");
                        entries.put(
                                xml.getAttributeValue(null, "Id"),
                                target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            }
        }
        return entries;
    }

    /// A parser that knows no document type, no entity and no outside address.
    static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("The file names an outside entity: " + systemId);
        });
        return factory;
    }
}
