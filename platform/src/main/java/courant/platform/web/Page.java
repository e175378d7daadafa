package courant.platform.web;

import courant.reports.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What the frame around every page needs: the address, the language, the sentences and the assets.
///
/// @param path path of the request, without query
/// @param words sentences in the reader's language
/// @param figures how numbers, money and dates are written
/// @param assets addresses of style sheets, scripts and pictures
/// @param operator how to reach whoever runs this instance, empty when it is a demonstration
/// @param origin scheme, host and port the reader used, for links that leave the site (sharing, feeds)
public record Page(String path, Words words, Figures figures, Assets assets, String operator, String origin) {
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /// The name of a vehicle class or of a target group, as the council's report writes it.
    public String vehicleClass(String id) {
        return Wording.of(locale()).scope(id);
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public Locale locale() {
        return words.locale();
    }

    public String language() {
        return words.locale().toLanguageTag();
    }

    /// Whether an entry of the menu leads to this page or to one above it.
    public boolean isUnder(String address) {
        return address.equals("/") ? path.equals("/") : path.equals(address) || path.startsWith(address + "/");
    }

    /// A text as part of an address.
    public String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The whole address of a page of this site.
    public String absolute(String address) {
        return origin + address;
    }
}
