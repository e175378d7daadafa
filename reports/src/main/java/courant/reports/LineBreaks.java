package courant.reports;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/// Where a line may end: after a space, after a hyphen inside a word, and at a zero-width space.
///
/// Java's own rules also end a line after an elision (« l’ ») and inside a unit (« km/j », « °C »).
final class LineBreaks implements FSTextBreaker {
    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public int next() {
        if (position >= text.length()) {
            return BreakIterator.DONE;
        }
        do {
            position++;
        } while (position < text.length() && !mayBreakBefore(position));
        return position;
    }

    private boolean mayBreakBefore(int index) {
        char before = text.charAt(index - 1);
        boolean insideWord =
                Character.isLetter(text.charAt(index)) && index > 1 && Character.isLetter(text.charAt(index - 2));
        return before == ' ' || before == '\u200b' || before == '-' && insideWord;
    }
}
