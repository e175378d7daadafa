package courant.reports;

/// Text made safe for XML: the five reserved characters escaped, characters XML forbids left out.
final class Markup {
    private Markup() {}

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        safe.appendCodePoint(c);
                    } else {
                        safe.append(' ');
                    }
                }
            }
        });
        return safe.toString();
    }
}
