package courant.reports;

/// One picture of the report: the same marks on paper and on the screen.
///
/// @param title what it shows, in the reader's language
/// @param width in pixels
/// @param height in pixels
/// @param marks the marks as SVG elements, texts already escaped
public record Chart(String title, int width, int height, String marks) {
    /// The SVG for print, the title as its alternative text.
    String forPrint() {
        return svg("alt=\"" + Markup.escape(title) + "\"", marks);
    }

    /// The SVG for a page, with the title and a description for those who do not see it.
    ///
    /// @param id distinguishes the picture from others of the page
    /// @param description what the marks say, in a sentence
    public String forScreen(String id, String description) {
        String names = "<title id=\"%1$s-t\">%2$s</title><desc id=\"%1$s-d\">%3$s</desc>"
                .formatted(id, Markup.escape(title), Markup.escape(description));
        return svg("role=\"img\" aria-labelledby=\"%1$s-t %1$s-d\"".formatted(id), names + marks);
    }

    private String svg(String attributes, String content) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" %s>%s</svg>"
                .formatted(width, height, width, height, attributes, content);
    }
}
