package courant.platform.web;

import courant.reports.Wording;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the frame around every page needs: the address, the language, the sentences and the assets.
///
/// @param path path of the request, without query
/// @param words sentences in the reader's language
/// @param figures how numbers, money and dates are written
/// @param assets addresses of style sheets, scripts and pictures
/// @param operator how to reach whoever runs this instance, empty when it is a demonstration
/// @param origin scheme, host and port the reader used, for links that leave the site (sharing, feeds)
/// @param person name of who is signed in, empty for nobody
/// @param otherLanguage address of this page in the other language, with the same query; empty where there is none
public record Page(
        String path,
        Words words,
        Figures figures,
        Assets assets,
        String operator,
        String origin,
        String person,
        String otherLanguage) {
    /// Where the address of an English page begins; English is chosen by its address alone.
    static final String ENGLISH = "/en";

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final Map<String, DateTimeFormatter> TIME =
            Map.of("fr", DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm"), "en", DateTimeFormatter.ofPattern("HH:mm"));
    private static final String LANGUAGE = "courant.language";

    /// What no query may hold as it stands (RFC 3986, 3.4), but which a browser may have sent.
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]+|%(?![0-9A-Fa-f]{2})");

    /// What precedes the addresses of links in the language of this request: `/en`, or nothing.
    public static String prefix(HttpServletRequest request) {
        return isEnglish(request) ? ENGLISH : "";
    }

    static void speakEnglish(HttpServletRequest request) {
        request.setAttribute(LANGUAGE, Locale.CANADA);
    }

    private static final String OFFER = "courant.english-offered";

    static void offerEnglish(HttpServletRequest request, boolean allowed) {
        request.setAttribute(OFFER, allowed);
    }

    static String otherLanguage(HttpServletRequest request) {
        if (!Boolean.TRUE.equals(request.getAttribute(OFFER)) || !hasTwin(request)) {
            return "";
        }
        String path = (isEnglish(request) ? "" : ENGLISH) + request.getRequestURI();
        String query = request.getQueryString();
        return query == null ? path : path + "?" + UNSAFE.matcher(query).replaceAll(found -> percent(found.group()));
    }

    /// What is missing in one language is missing in the other, and what was sent cannot be sent again by a link.
    private static boolean hasTwin(HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return read && request.getDispatcherType() != DispatcherType.ERROR;
    }

    private static String percent(String characters) {
        return URLEncoder.encode(characters, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static boolean isEnglish(HttpServletRequest request) {
        return Locale.CANADA.equals(request.getAttribute(LANGUAGE));
    }

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

    /// `25 novembre 2026, 14 h 02`.
    public String moment(Instant moment) {
        ZonedDateTime local = moment.atZone(QUEBEC);
        return figures.date(local.toLocalDate()) + ", "
                + local.format(TIME.get(language().substring(0, 2)));
    }

    /// Whether an entry of the menu leads to this page or to one above it.
    public boolean isUnder(String address) {
        return address.equals("/") ? path.equals("/") : path.equals(address) || path.startsWith(address + "/");
    }

    /// A text as part of an address.
    public String encoded(String text) {
        return percent(text);
    }

    /// What `lang` says of a text in a language (`fr` or `en`): nothing when it is that of the page.
    public @Nullable String lang(String language) {
        return locale().getLanguage().equals(language) ? null : language + "-CA";
    }

    /// The address of the page in French that every English page offers: its own, else the first one.
    public String inFrench() {
        return otherLanguage.isEmpty() ? "/" : otherLanguage;
    }

    /// Whether the page is shown in English.
    public boolean inEnglish() {
        return locale().equals(Locale.CANADA);
    }

    /// The whole address of a page of this site in the language of this one, to be passed on.
    public String absoluteHere(String address) {
        return absolute((inEnglish() ? ENGLISH : "") + address);
    }

    /// The whole address of a page of this site.
    public String absolute(String address) {
        return origin + address;
    }
}
