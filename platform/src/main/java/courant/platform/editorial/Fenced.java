package courant.platform.editorial;

import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/// A passage between two lines of three backquotes, read once for the page that shows it and for the check of
/// the text.
sealed interface Fenced {
    /// A number that stands out, what it is, and its source, empty for none.
    record Figure(String number, String meaning, String source) implements Fenced {}

    /// A button to a page of the site.
    record Call(String address, String words) implements Fenced {}

    /// French within an English text.
    record French(String markdown) implements Fenced {}

    /// Shown as it stands.
    record Plain(String text) implements Fenced {}

    /// Meant as a block of our own, but none that can be read: shown as it stands too.
    record Misshapen(Fault.Kind kind, String text) implements Fenced {
        /// What stands in it, else how it begins.
        String found(FencedCodeBlock block) {
            return kind == Fault.Kind.BLOCK ? name(block) : text.isBlank() ? opening(block) : text;
        }
    }

    Pattern INSIDE = Pattern.compile("/(?!/)[A-Za-z0-9/_?=&.#-]*");

    static Fenced of(FencedCodeBlock block) {
        String text = block.getLiteral();
        return switch (name(block)) {
            case "" -> new Plain(text);
            case "chiffre" -> figure(text);
            case "appel" -> call(text);
            case "francais" -> text.isBlank() ? new Misshapen(Fault.Kind.FRENCH, text) : new French(text);
            default -> new Misshapen(Fault.Kind.BLOCK, text);
        };
    }

    private static String name(FencedCodeBlock block) {
        return block.getInfo() == null ? "" : block.getInfo().strip();
    }

    /// Its first line.
    static String opening(FencedCodeBlock block) {
        return block.getFenceCharacter().repeat(block.getOpeningFenceLength()) + name(block);
    }

    private static Fenced figure(String text) {
        String[] parts = parts(text);
        boolean whole = isOneLine(text) && (parts.length == 2 || parts.length == 3) && areWritten(parts);
        return whole
                ? new Figure(parts[0], parts[1], parts.length == 3 ? parts[2] : "")
                : new Misshapen(Fault.Kind.FIGURE, text);
    }

    private static Fenced call(String text) {
        String[] parts = parts(text);
        boolean whole = isOneLine(text)
                && parts.length == 2
                && areWritten(parts)
                && INSIDE.matcher(parts[0]).matches();
        return whole ? new Call(parts[0], parts[1]) : new Misshapen(Fault.Kind.CALL, text);
    }

    private static String[] parts(String text) {
        return text.strip().split("\\s*\\|\\s*");
    }

    private static boolean isOneLine(String text) {
        return text.strip().lines().count() == 1;
    }

    private static boolean areWritten(String[] parts) {
        for (String part : parts) {
            if (part.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
