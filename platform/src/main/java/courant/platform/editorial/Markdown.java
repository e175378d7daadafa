package courant.platform.editorial;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown to HTML: raw HTML is shown as text, addresses other than http, https and mailto are dropped.
final class Markdown {
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::markExternal)
            .build();

    private Markdown() {}

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown))
                .replace(
                        "<table>",
                        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tableau\"><table>")
                .replace("</table>", "</table></div>");
    }

    private static void markExternal(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith("http")) {
            attributes.put("rel", "noopener noreferrer");
            attributes.put("class", "external");
        }
    }
}
