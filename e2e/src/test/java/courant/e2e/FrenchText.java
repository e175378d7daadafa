package courant.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The words of a page that a person reads or hears, in pieces as the page separates them.
final class FrenchText {
    private static final String FRENCH = "fr-CA";
    private static final String BREAK = "\n";
    private static final Set<String> NOT_READ =
            Set.of("script", "style", "template", "code", "kbd", "samp", "pre", "textarea");
    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
            "span", "strong", "sub", "sup", "time", "u", "var", "wbr");
    private static final List<String> SPOKEN_ATTRIBUTES = List.of("alt", "aria-label", "placeholder", "title");

    private record Rule(String fault, Pattern pattern) {
        Rule(String fault, String pattern) {
            this(fault, Pattern.compile(pattern));
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("space before ? ! ;", "[\\p{L}\\d)»][ \u00a0\u2009\u202f]+[?!;](?=\\s|$)"),
            new Rule("ordinary space, or none, before a colon", "([\\p{L}\\d)»] |[\\p{L})»]):(?=\\s|$)"),
            new Rule("ordinary space, or none, before % or $", "\\d ?[%$]"),
            new Rule("ordinary space, or none, inside « »", "«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»"),
            new Rule(
                    "English word",
                    "(?i)(?<![\\p{L}\\d-])(the|and|with|your|this|from|please|click|submit|search|loading|download|upload"
                            + "|undefined|null)(?![\\p{L}\\d-])|\\bNaN\\b"));

    private FrenchText() {}

    /// What Québec typography, or a reader of French, objects to in a page.
    static List<String> faults(Document document) {
        return pieces(document).stream()
                .flatMap(piece -> faults(piece).stream())
                .distinct()
                .toList();
    }

    static List<String> faults(String piece) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(piece);
            if (matcher.find()) {
                faults.add("%s: “%s”".formatted(rule.fault(), around(piece, matcher.start(), matcher.end())));
            }
        }
        return faults;
    }

    private static String around(String piece, int start, int end) {
        return piece.substring(Math.max(0, start - 30), Math.min(piece.length(), end + 20));
    }

    static List<String> pieces(Document document) {
        return pieces(document, FRENCH);
    }

    /// The pieces that are in a language, named as `lang` names it.
    static List<String> pieces(Document document, String language) {
        StringBuilder text = new StringBuilder();
        read(document.getDocumentElement(), language.substring(0, 2), text);
        return Pattern.compile(BREAK)
                .splitAsStream(text)
                .map(piece -> piece.replaceAll(" +", " ").replaceAll("^ | $", ""))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static void read(Node node, String language, StringBuilder text) {
        if (node instanceof Text words) {
            text.append(words.getData().replaceAll("[ \\t\\r\\n\\f]+", " "));
        } else if (node instanceof Element element && isRead(element, language)) {
            for (String attribute : SPOKEN_ATTRIBUTES) {
                if (element.hasAttribute(attribute)) {
                    text.append(BREAK).append(element.getAttribute(attribute)).append(BREAK);
                }
            }
            String around = WITHIN_A_LINE.contains(element.getLocalName()) ? "" : BREAK;
            text.append(around);
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                read(child, language, text);
            }
            text.append(around);
        }
    }

    private static boolean isRead(Element element, String language) {
        String its = element.getAttribute("lang");
        return !NOT_READ.contains(element.getLocalName())
                && (its.isEmpty() || its.startsWith(language))
                && !element.getAttribute("translate").equals("no");
    }
}
