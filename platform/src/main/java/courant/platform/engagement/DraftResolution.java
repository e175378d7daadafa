package courant.platform.engagement;

import courant.engine.climate.Municipality;
import courant.platform.web.Figures;
import courant.platform.web.Words;
import courant.reports.TextDocument;
import courant.reports.TextDocument.Block;
import courant.reports.TextDocument.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The draft of the resolution by which a council commits, with the town's name. In French, whatever language the
/// reader has chosen: it is a paper of the council.
///
/// @param designation Ville, Municipalité, Paroisse …
/// @param name of the town
public record DraftResolution(String designation, String name) {
    /// The version of the text of commitment that goes with it.
    public static final String DECLARATION_VERSION = "1.1";

    private static final LocalDate DECLARATION_DATE = LocalDate.of(2026, 11, 28);

    private static final Words FRENCH = Words.of(Locale.CANADA_FRENCH);
    private static final int WHEREAS = 4;
    private static final int RESOLVED = 6;
    private static final int ARTICLES = 10;

    public static DraftResolution of(Municipality town) {
        return new DraftResolution(town.designation(), town.name());
    }

    public TextDocument document() {
        FormalName council = new FormalName(designation, name);
        List<Block> blocks = new ArrayList<>();
        String date = Figures.of(Locale.CANADA_FRENCH).date(DECLARATION_DATE);
        blocks.add(paragraph(FRENCH.say("draft.extract", council.possessor())));
        blocks.add(paragraph(FRENCH.say("draft.number")));
        for (int i = 1; i <= WHEREAS; i++) {
            blocks.add(paragraph(FRENCH.say("draft.whereas." + i, DECLARATION_VERSION, date)));
        }
        blocks.add(paragraph(FRENCH.say("draft.moved")));
        for (int i = 1; i <= RESOLVED; i++) {
            blocks.add(paragraph(FRENCH.say("draft.resolved." + i, council.subject(), council.isPlural() ? 2 : 1)));
        }
        blocks.add(paragraph(FRENCH.say("draft.adopted")));
        blocks.add(paragraph(FRENCH.say("draft.signature")));
        blocks.add(new Block(Kind.HEADING, FRENCH.say("draft.annex", DECLARATION_VERSION)));
        for (int i = 1; i <= ARTICLES; i++) {
            blocks.add(paragraph(FRENCH.say("draft.article." + i)));
        }
        blocks.add(paragraph(FRENCH.say("independence")));
        return new TextDocument(
                FRENCH.say("draft.title", council.possessor()),
                FRENCH.say("draft.header"),
                Locale.CANADA_FRENCH,
                blocks);
    }

    private static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, text);
    }
}
