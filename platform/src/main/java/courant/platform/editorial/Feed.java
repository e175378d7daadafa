package courant.platform.editorial;

import courant.platform.web.Page;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The news as an Atom feed (RFC 4287).
record Feed(Page page) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    String of(List<Article> articles) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "title", page.say("site.title"));
            element(xml, "id", page.absoluteHere("/actualites"));
            element(
                    xml,
                    "updated",
                    moment(
                            articles.isEmpty()
                                    ? LocalDate.EPOCH
                                    : articles.getFirst().date()));
            link(xml, "self", page.absoluteHere("/actualites.atom"));
            link(xml, "alternate", page.absoluteHere("/actualites"));
            xml.writeStartElement("author");
            element(xml, "name", "Courant");
            xml.writeEndElement();
            for (Article article : articles) {
                xml.writeStartElement("entry");
                element(xml, "title", article.title());
                element(xml, "id", page.absoluteHere(article.address()));
                element(xml, "updated", moment(article.date()));
                link(xml, "alternate", page.absoluteHere(article.address()));
                element(xml, "summary", article.summary());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static String moment(LocalDate date) {
        return date + "T12:00:00Z";
    }
}
