package courant.platform.editorial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// Markdown to HTML and to plain text: raw HTML is shown as text, and so is a link to anything but http, https, mailto
/// or an address of the site, and a picture that is not of our media library.
///
/// Three blocks of our own, as fenced code: `chiffre` (a line `45 % | what it is | source`), `appel` (a line
/// `address | words of the button`) and `francais` (French within an English text, which says so).
///
/// What a page makes harmless that way is also named, [#faults], so that it is refused before it is published.
public final class Markdown {
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    // The first renderer of a node wins: ours stands before that of the tables.
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .nodeRendererFactory(Blocks::new)
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> Markdown::markExternal)
            .attributeProviderFactory(context -> Markdown::markTable)
            .build();

    private Markdown() {}

    public static String html(String markdown) {
        return RENDERER.render(document(markdown));
    }

    /// The same words for who reads no page: without marks, each link followed by its address.
    ///
    /// @param site what precedes an address of this site
    public static String plain(String markdown, String site) {
        return TextContentRenderer.builder()
                .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                .nodeRendererFactory(context -> new PlainBlocks(context, site))
                .build()
                .render(document(markdown));
    }

    private static Node document(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Reading(0));
        return document;
    }

    /// What would not be shown as it was meant, in the order of the lines.
    public static List<Fault> faults(String markdown) {
        return faults(markdown, 0);
    }

    /// @param above lines of the whole text that stand above this part of it
    private static List<Fault> faults(String markdown, int above) {
        Reading reading = new Reading(above);
        PARSER.parse(markdown).accept(reading);
        reading.faults.sort(Comparator.comparingInt(Fault::line));
        return reading.faults;
    }

    /// Where its links and our buttons lead, in the order of the text; what is shown as code leads nowhere.
    public static List<String> destinations(String markdown) {
        List<String> destinations = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                destinations.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(FencedCodeBlock block) {
                switch (Fenced.of(block)) {
                    case Fenced.Call call -> destinations.add(call.address());
                    case Fenced.French french -> destinations.addAll(Markdown.destinations(french.markdown()));
                    case Fenced.Figure figure -> {}
                    case Fenced.Plain plain -> {}
                    case Fenced.Misshapen misshapen -> {}
                }
            }
        });
        return destinations;
    }

    private static void markExternal(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith("http")) {
            attributes.put("rel", "noopener noreferrer");
            attributes.put("class", "external");
        }
    }

    /// What a narrow screen needs to stack the rows of a table: each cell carries the name of its column.
    private static void markTable(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableBlock) {
            attributes.put("class", "stack");
        } else if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        } else if (node instanceof TableCell cell) {
            String heading = heading(cell);
            if (!heading.isEmpty()) {
                attributes.put("data-label", heading);
            }
        }
    }

    /// The words above a cell of the body; empty when its column has none.
    static String heading(TableCell cell) {
        Node row = cell.getParent();
        Node heading =
                row.getParent().getParent().getFirstChild().getFirstChild().getFirstChild();
        for (Node before = cell.getPrevious(); before != null; before = before.getPrevious()) {
            heading = heading.getNext();
        }
        return words(heading);
    }

    /// What a node says, without its marks.
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString().strip();
    }

    /// Leaves the words of each link, and of each picture, whose address is not on the list, and notes what it
    /// found.
    private static final class Reading extends AbstractVisitor {
        private static final Pattern LINK =
                Pattern.compile("(?:https?://|mailto:|#|/(?![/\\\\]))[^\\s\\p{Cntrl}]*", Pattern.CASE_INSENSITIVE);
        /// Pictures come from our media library alone: no page asks another site for anything.
        private static final Pattern PICTURE = Pattern.compile("/medias/\\d{1,18}/[a-z0-9-]+(\\?largeur=\\d{1,4})?");

        private final int above;
        private final List<Fault> faults = new ArrayList<>();

        Reading(int above) {
            this.above = above;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!LINK.matcher(link.getDestination()).matches()) {
                note(link, Fault.Kind.LINK, link.getDestination());
                leaveWords(link);
            }
        }

        @Override
        public void visit(Image picture) {
            visitChildren(picture);
            if (words(picture).isEmpty()) {
                note(picture, Fault.Kind.ALTERNATIVE, picture.getDestination());
            }
            if (!PICTURE.matcher(picture.getDestination()).matches()) {
                note(picture, Fault.Kind.PICTURE, picture.getDestination());
                leaveWords(picture);
            }
        }

        private static void leaveWords(Node node) {
            for (Node word = node.getFirstChild(); word != null; word = node.getFirstChild()) {
                node.insertBefore(word);
            }
            node.unlink();
        }

        @Override
        public void visit(FencedCodeBlock block) {
            if (block.getClosingFenceLength() == null) {
                note(block, Fault.Kind.UNCLOSED, Fenced.opening(block));
                return;
            }
            switch (Fenced.of(block)) {
                case Fenced.French french -> faults.addAll(Markdown.faults(french.markdown(), line(block)));
                case Fenced.Misshapen misshapen -> note(block, misshapen.kind(), misshapen.found(block));
                case Fenced.Call call -> {}
                case Fenced.Figure figure -> {}
                case Fenced.Plain plain -> {}
            }
        }

        private void note(Node node, Fault.Kind kind, String found) {
            faults.add(new Fault(line(node), kind, found));
        }

        private int line(Node node) {
            Node placed = node;
            while (placed.getSourceSpans().isEmpty() && placed.getParent() != null) {
                placed = placed.getParent();
            }
            return placed.getSourceSpans().isEmpty()
                    ? above + 1
                    : above + placed.getSourceSpans().getFirst().getLineIndex() + 1;
        }
    }

    /// Writes the blocks of our own, and tables in a region that scrolls; any other fenced code is shown as it stands.
    private record Blocks(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class, TableBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FencedCodeBlock block) {
                fenced(block);
            } else {
                table(node);
            }
        }

        private void fenced(FencedCodeBlock block) {
            switch (Fenced.of(block)) {
                case Fenced.Figure figure -> figure(figure);
                case Fenced.Call call -> call(call);
                case Fenced.French french -> {
                    HtmlWriter html = context.getWriter();
                    html.tag("div", Map.of("lang", "fr-CA"));
                    html.raw(Markdown.html(french.markdown()));
                    html.tag("/div");
                }
                case Fenced.Plain plain -> element("pre", Map.of(), plain.text());
                case Fenced.Misshapen misshapen -> element("pre", Map.of(), misshapen.text());
            }
        }

        private void table(Node table) {
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag("div", region(table));
            html.tag("table", context.extendAttributes(table, "table", Map.of()));
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                context.render(part);
            }
            html.tag("/table");
            html.tag("/div");
            html.line();
        }

        /// Named after its columns, so that two tables of a page are told apart.
        private static Map<String, String> region(Node table) {
            List<String> columns = new ArrayList<>();
            Node row = table.getFirstChild().getFirstChild();
            for (Node heading = row.getFirstChild(); heading != null; heading = heading.getNext()) {
                columns.add(words(heading));
            }
            columns.removeIf(String::isEmpty);
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "scroll");
            attributes.put("tabindex", "0");
            attributes.put("role", "region");
            attributes.put("aria-label", columns.isEmpty() ? "Tableau" : String.join(", ", columns));
            return attributes;
        }

        private void figure(Fenced.Figure figure) {
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag("div", Map.of("class", "card figure-block"));
            element("p", Map.of("class", "numeral"), figure.number());
            element("p", Map.of(), figure.meaning());
            if (!figure.source().isEmpty()) {
                element("p", Map.of("class", "source"), figure.source());
            }
            html.tag("/div");
            html.line();
        }

        private void call(Fenced.Call call) {
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag("p", Map.of("class", "actions"));
            element("a", Map.of("role", "button", "href", call.address()), call.words());
            html.tag("/p");
            html.line();
        }

        private void element(String tag, Map<String, String> attributes, String text) {
            HtmlWriter html = context.getWriter();
            html.tag(tag, attributes);
            html.text(text);
            html.tag("/" + tag);
        }
    }
}
