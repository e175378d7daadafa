package courant.ingest;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of this package in French or English; `{0}`, `{1}` stand for values, `{0:s|ligne|lignes}` for the word
/// that agrees with the number.
final class Messages {
    private static final Pattern AGREEMENT = Pattern.compile("\\{(\\d):s\\|([^|}]*)\\|([^}]*)}");

    private final ResourceBundle bundle;
    private final boolean french;

    Messages(Locale locale) {
        this.french = !locale.getLanguage().equals("en");
        Locale language = french ? Locale.FRENCH : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle(
                "courant.ingest.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @throws MissingResourceException when the bundle lacks the key
    String say(String key, Object... arguments) {
        String text = AGREEMENT
                .matcher(bundle.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(isSingular(arguments[Integer.parseInt(found.group(1))]) ? 2 : 3)));
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    private boolean isSingular(Object count) {
        double size = Math.abs(((Number) count).doubleValue());
        return french ? size < 2 : size == 1;
    }

    InputProblem problem(String key, String where, Object... arguments) {
        return new InputProblem(
                where,
                say(key + ".found", arguments),
                say(key + ".expected", arguments),
                say(key + ".advice", arguments));
    }
}
