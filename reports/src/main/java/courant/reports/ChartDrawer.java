package courant.reports;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Draws the SVG of `Charts` straight into the PDF, letters as outlines of the embedded font.
///
/// It needs neither Batik (most of a second in a fresh process) nor the fonts of the machine.
final class ChartDrawer implements SVGDrawer {
    private final TrueTypeFont font;

    ChartDrawer(TrueTypeFont font) {
        this.font = font;
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // The charts use one font, given to the constructor.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // As above.
    }

    @Override
    public void close() {
        // The font belongs to who made this drawer.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        return new Picture(svg, dotsPerPixel);
    }

    private final class Picture implements SVGImage {
        private final Element svg;
        private final double dotsPerPixel;

        Picture(Element svg, double dotsPerPixel) {
            this.svg = svg;
            this.dotsPerPixel = dotsPerPixel;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(number(svg, "width") * dotsPerPixel);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(number(svg, "height") * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(dotsPerPixel, dotsPerPixel);
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    draw(element, device, place);
                }
            }
        }

        private void draw(Element element, OutputDevice device, AffineTransform place) {
            switch (element.getTagName()) {
                case "rect" ->
                    fill(
                            device,
                            place,
                            element.getAttribute("fill"),
                            new Rectangle2D.Double(
                                    number(element, "x"),
                                    number(element, "y"),
                                    number(element, "width"),
                                    number(element, "height")));
                case "line" ->
                    stroke(
                            device,
                            place,
                            element,
                            new Line2D.Double(
                                    number(element, "x1"),
                                    number(element, "y1"),
                                    number(element, "x2"),
                                    number(element, "y2")));
                case "polyline" -> stroke(device, place, element, polyline(element.getAttribute("points")));
                case "text" -> fill(device, place, "#000000", outlines(element));
                default ->
                    throw new IllegalArgumentException("The charts draw no <%s>.".formatted(element.getTagName()));
            }
        }

        private void stroke(OutputDevice device, AffineTransform place, Element element, Shape shape) {
            float width = (float) number(element, "stroke-width");
            BasicStroke stroke = element.hasAttribute("stroke-dasharray")
                    ? new BasicStroke(
                            width,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            4,
                            lengths(element.getAttribute("stroke-dasharray")),
                            0)
                    : new BasicStroke(width);
            fill(device, place, element.getAttribute("stroke"), stroke.createStrokedShape(shape));
        }

        private float[] lengths(String dashes) {
            String[] words = dashes.split(" ");
            float[] lengths = new float[words.length];
            for (int i = 0; i < words.length; i++) {
                lengths[i] = Float.parseFloat(words[i]);
            }
            return lengths;
        }

        private void fill(OutputDevice device, AffineTransform place, String color, Shape shape) {
            int rgb = Integer.parseInt(color.substring(1), 16);
            device.setColor(new FSRGBColor(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
            device.fill(place.createTransformedShape(shape));
        }

        private Shape polyline(String points) {
            Path2D path = new Path2D.Double();
            for (String point : points.split(" ")) {
                int comma = point.indexOf(',');
                double x = Double.parseDouble(point.substring(0, comma));
                double y = Double.parseDouble(point.substring(comma + 1));
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            return path;
        }

        private Shape outlines(Element element) {
            String text = element.getTextContent();
            try {
                double scale = number(element, "font-size") / font.getUnitsPerEm();
                var glyphs = font.getUnicodeCmapLookup();
                double advance = 0;
                Path2D path = new Path2D.Double();
                for (int code : text.codePoints().toArray()) {
                    int glyph = glyphs.getGlyphId(code);
                    var outline = font.getGlyph().getGlyph(glyph);
                    if (outline != null) {
                        path.append(
                                AffineTransform.getTranslateInstance(advance, 0)
                                        .createTransformedShape(outline.getPath()),
                                false);
                    }
                    advance += font.getAdvanceWidth(glyph);
                }
                double shift = switch (element.getAttribute("text-anchor")) {
                    case "end" -> -advance * scale;
                    case "middle" -> -advance * scale / 2;
                    default -> 0;
                };
                AffineTransform place =
                        AffineTransform.getTranslateInstance(number(element, "x") + shift, number(element, "y"));
                place.scale(scale, -scale);
                return place.createTransformedShape(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private double number(Element element, String attribute) {
            return Double.parseDouble(element.getAttribute(attribute));
        }
    }
}
