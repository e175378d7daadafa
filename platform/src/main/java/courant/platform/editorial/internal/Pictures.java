package courant.platform.editorial.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Makes a picture safe: a photograph is decoded and written anew the right way up, without what it carried
/// besides; of a drawing (SVG) only known elements and attributes stay.
record Pictures(String type, int width, int height, SortedMap<Integer, byte[]> sizes) {
    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int[] WIDTHS = {480, 960, 1600};
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "viewBox",
            "width",
            "height",
            "d",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "points",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-dasharray",
            "opacity",
            "fill-opacity",
            "stroke-opacity",
            "fill-rule",
            "transform",
            "id",
            "offset",
            "stop-color",
            "stop-opacity",
            "font-size",
            "font-family",
            "font-weight",
            "text-anchor",
            "dominant-baseline",
            "gradientUnits",
            "gradientTransform",
            "clip-path",
            "preserveAspectRatio");

    /// A file that is no picture we take.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        /// @param reason key of the sentence that says why
        RefusedException(String reason) {
            super(reason);
        }
    }

    static Pictures of(byte[] content) throws RefusedException {
        if (content.length > MOST_BYTES) {
            throw new RefusedException("media.large");
        }
        String beginning = new String(content, 0, Math.min(content.length, 300), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        return beginning.startsWith("<?xml") || beginning.startsWith("<svg") ? drawing(content) : photograph(content);
    }

    private static Pictures photograph(byte[] content) throws RefusedException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new RefusedException("media.unknown");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (!Set.of("jpeg", "png").contains(format)) {
                    throw new RefusedException("media.unknown");
                }
                // Asked before anything is decoded: a small file can hold an immense picture.
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new RefusedException("media.pixels");
                }
                Orientation orientation = format.equals("jpeg") ? Orientation.of(content) : Orientation.UPRIGHT;
                return sized(reader.read(0), format, orientation);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException damaged) {
            throw new RefusedException("media.damaged");
        }
    }

    private static Pictures sized(BufferedImage stored, String format, Orientation orientation) throws IOException {
        int wide = orientation.isSideways() ? stored.getHeight() : stored.getWidth();
        int high = orientation.isSideways() ? stored.getWidth() : stored.getHeight();
        SortedMap<Integer, byte[]> sizes = new TreeMap<>();
        for (int width : WIDTHS) {
            int shown = Math.min(width, wide);
            if (!sizes.containsKey(shown)) {
                int height = Math.max(1, Math.round((float) high * shown / wide));
                BufferedImage scaled = orientation.isSideways()
                        ? scaled(stored, height, shown, format)
                        : scaled(stored, shown, height, format);
                sizes.put(shown, encoded(turned(scaled, orientation), format));
            }
        }
        return new Pictures("image/" + format, wide, high, sizes);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, String format) {
        int colours = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage scaled = new BufferedImage(width, height, colours);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        int wide = orientation.isSideways() ? image.getHeight() : image.getWidth();
        int high = orientation.isSideways() ? image.getWidth() : image.getHeight();
        BufferedImage turned = new BufferedImage(wide, high, image.getType());
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(image, orientation.turning(image.getWidth(), image.getHeight()), null);
        pen.dispose();
        return turned;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static Pictures drawing(byte[] content) throws RefusedException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
            Element root = document.getDocumentElement();
            if (!root.getTagName().equals("svg")) {
                throw new RefusedException("media.unknown");
            }
            clean(root);
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(out));
            SortedMap<Integer, byte[]> sizes = new TreeMap<>();
            sizes.put(WIDTHS[1], out.toByteArray());
            return new Pictures("image/svg+xml", WIDTHS[1], WIDTHS[1], sizes);
        } catch (SAXException | IOException | ParserConfigurationException | TransformerException damaged) {
            throw new RefusedException("media.damaged");
        }
    }

    private static void clean(Element element) {
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            String name = element.getAttributes().item(i).getNodeName();
            String value = element.getAttribute(name).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
            boolean leavesTheFile = value.contains("url(") && !value.contains("url(#");
            if (!ATTRIBUTES.contains(name) || leavesTheFile || value.contains("script:")) {
                element.removeAttribute(name);
            }
        }
        for (int i = element.getChildNodes().getLength() - 1; i >= 0; i--) {
            Node child = element.getChildNodes().item(i);
            if (child instanceof Element inner && ELEMENTS.contains(inner.getTagName())) {
                clean(inner);
            } else if (child.getNodeType() != Node.TEXT_NODE) {
                element.removeChild(child);
            }
        }
    }
}
