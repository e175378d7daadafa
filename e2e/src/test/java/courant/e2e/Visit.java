package courant.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A page as the server sent it.
///
/// @param address path and query it was asked by
/// @param status of the answer
/// @param html the whole text
/// @param document the same, parsed as a browser parses it
record Visit(String address, int status, String html, Document document) {
    static Visit of(String address, int status, String html) {
        try {
            return new Visit(
                    address,
                    status,
                    html,
                    new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW).parse(new InputSource(new StringReader(html))));
        } catch (IOException | SAXException unreadable) {
            throw new IllegalStateException("The page at " + address + " cannot be parsed.", unreadable);
        }
    }

    boolean isEnglish() {
        return document.getDocumentElement().getAttribute("lang").startsWith("en");
    }

    List<Element> all(String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    List<String> texts(String tag) {
        return all(tag).stream().map(Visit::text).toList();
    }

    /// Where its links within one site lead, without fragments.
    List<String> links(Site site) {
        List<String> links = new ArrayList<>();
        for (Element anchor : all("a")) {
            String target = anchor.getAttribute("href");
            if (anchor.hasAttribute("href") && !target.startsWith("#")) {
                URI absolute = site.at(address).resolve(URI.create(target));
                if (site.owns(absolute)) {
                    links.add(absolute.getRawPath()
                            + (absolute.getRawQuery() == null ? "" : "?" + absolute.getRawQuery()));
                }
            }
        }
        return links;
    }

    /// The text of an element, in one line.
    static String text(Element element) {
        return element.getTextContent().replaceAll("[ \\t\\r\\n]+", " ").strip();
    }

    static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
