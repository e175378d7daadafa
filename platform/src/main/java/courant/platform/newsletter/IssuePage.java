package courant.platform.newsletter;

import courant.platform.editorial.Markdown;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/// An issue as a page of mail: our words and links alone, nothing that would tell us who read it. Styles stand in the
/// page itself, since programs that read mail fetch none; no program needs them.
record IssuePage(String subject, String markdown, String publicUrl) {
    private static final String STYLE = """
            body{margin:0;background:#fbfaf6;color:#16231d;font:16px/1.55 system-ui,"Segoe UI",Roboto,Arial,sans-serif}
            main,footer{max-width:40rem;margin:0 auto;padding:1.2rem}
            h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem}
            a{color:#1f7a58}a[role=button]{display:inline-block;padding:.6rem 1rem;border-radius:.5rem;background:#1f7a58;color:#fff;text-decoration:none}
            .numeral{font-size:1.8rem;font-weight:700;margin:0}
            table{border-collapse:collapse}th,td{padding:.4rem .6rem;border-bottom:1px solid #d5ddd8;text-align:left}
            footer{border-top:1px solid #d5ddd8;font-size:.9rem;color:#4a5a52}
            """;

    /// Markdown as a page shows it, its links leading to this instance.
    String body() {
        return Markdown.html(markdown)
                .replace("href=\"/", "href=\"" + publicUrl + "/")
                .replace("src=\"/", "src=\"" + publicUrl + "/");
    }

    /// The same for who reads no page.
    String plain() {
        return Markdown.plain(markdown, publicUrl);
    }

    /// The whole page.
    ///
    /// @param leaving the sentence that says how to leave
    /// @param leavingAddress where that is done
    /// @param sender who sends it, with its postal address
    String html(String leaving, String leavingAddress, String sender) {
        return """
                <!DOCTYPE html>
                <html lang="fr-CA">
                <head><meta charset="utf-8"><title>%1$s</title><meta name="viewport" content="width=device-width"><style>%2$s</style></head>
                <body><main><h1>%1$s</h1>
                %3$s</main>
                <footer><p>%4$s <a href="%5$s">%5$s</a></p><p>%6$s</p></footer></body>
                </html>
                """.formatted(
                        escaped(subject), STYLE, body(), escaped(leaving), escaped(leavingAddress), escaped(sender));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
