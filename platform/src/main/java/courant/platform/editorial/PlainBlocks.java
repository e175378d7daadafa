package courant.platform.editorial;

import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentWriter;

/// Writes what plain text has no shape for, as somebody would who writes a letter by hand: the address of a link
/// after its words, a picture as what it shows, our blocks as sentences, a row of a table as a line that names its
/// columns.
///
/// @param site what precedes an address of this site, so that it can be followed from elsewhere
record PlainBlocks(TextContentNodeRendererContext context, String site) implements NodeRenderer {
    private static final String COLON = "\u00a0: ";
    private static final String MAIL = "mailto:";

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Link.class,
                Image.class,
                Code.class,
                BlockQuote.class,
                FencedCodeBlock.class,
                HtmlBlock.class,
                TableBlock.class,
                ThematicBreak.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Link link -> link(link);
            case Code code -> write(code.getLiteral());
            case BlockQuote quote -> quote(quote);
            case FencedCodeBlock block -> block(fenced(block));
            case HtmlBlock block -> block(block.getLiteral());
            case TableBlock table -> table(table);
            case ThematicBreak _ -> block("———");
            default -> inside(node);
        }
    }

    private void write(String text) {
        context.getWriter().write(text);
    }

    private void block(String text) {
        write(text.strip());
        context.getWriter().block();
    }

    private void inside(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    /// An address that is its own words is said once; a place within the page leads nowhere from a letter.
    private void link(Link link) {
        String address = link.getDestination();
        String shown = address.startsWith(MAIL) ? address.substring(MAIL.length()) : absolute(address);
        inside(link);
        if (!address.startsWith("#") && !Markdown.words(link).equals(shown)) {
            write(" (" + shown + ")");
        }
    }

    private String absolute(String address) {
        return address.startsWith("/") ? site + address : address;
    }

    private void quote(BlockQuote quote) {
        TextContentWriter text = context.getWriter();
        text.write("«\u00a0");
        inside(quote);
        text.resetBlock();
        text.write("\u00a0»");
        text.block();
    }

    private String fenced(FencedCodeBlock block) {
        return switch (Fenced.of(block)) {
            case Fenced.Figure figure -> figure(figure);
            case Fenced.Call call -> call.words() + COLON + absolute(call.address());
            case Fenced.French french -> Markdown.plain(french.markdown(), site);
            case Fenced.Plain plain -> plain.text();
            case Fenced.Misshapen misshapen -> misshapen.text();
        };
    }

    private static String figure(Fenced.Figure figure) {
        String said = figure.number() + COLON + figure.meaning();
        return figure.source().isEmpty() ? said : said + " (" + figure.source() + ")";
    }

    private void table(Node table) {
        TextContentWriter text = context.getWriter();
        text.pushTight(true);
        Node rows = table.getFirstChild().getNext();
        for (Node row = rows == null ? null : rows.getFirstChild(); row != null; row = row.getNext()) {
            text.write("- ");
            row(row);
            text.block();
        }
        text.popTight();
        text.block();
    }

    private void row(Node row) {
        String before = "";
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell.getFirstChild() != null) {
                String heading = Markdown.heading((TableCell) cell);
                write(before + (heading.isEmpty() ? "" : heading + COLON));
                inside(cell);
                before = "; ";
            }
        }
    }
}
