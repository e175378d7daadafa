package courant.platform.editorial;

import courant.platform.web.Page;
import java.util.stream.Collectors;

/// A place of a Markdown text that would not be shown as its writer meant it.
///
/// @param line of the text, from 1
/// @param kind what is wrong
/// @param found what stands there, on one line
public record Fault(int line, Kind kind, String found) {
    private static final int LONGEST_FOUND = 80;

    public Fault {
        String flat = found.replaceAll("\\s+", " ").strip();
        found = flat.codePointCount(0, flat.length()) <= LONGEST_FOUND
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST_FOUND)) + "…";
    }

    /// What can be wrong.
    public enum Kind {
        /// A link to what no page leads to.
        LINK("link"),
        /// A picture that is not of our media library.
        PICTURE("picture"),
        /// A picture without the words that stand for it.
        ALTERNATIVE("alternative"),
        /// A block of a name that is none of ours.
        BLOCK("block"),
        /// A figure that is not one line of two or three parts.
        FIGURE("figure"),
        /// A button that is not an address of the site and its words, on one line.
        CALL("call"),
        /// A French passage without words.
        FRENCH("french"),
        /// A block whose end is missing, so that it takes the rest of the text.
        UNCLOSED("unclosed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /// What is wrong with a text, a fault a line; empty when nothing is.
    public static String all(String markdown, Page page) {
        return Markdown.faults(markdown).stream().map(fault -> fault.say(page)).collect(Collectors.joining("\n"));
    }

    /// Where it is, what was found and what to do.
    public String say(Page page) {
        return page.say("text.fault." + kind.word, String.valueOf(line), found);
    }
}
