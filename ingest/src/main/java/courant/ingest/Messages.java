package courant.ingest;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of this package in French or English; `{0}`, `{1}` stand for values.
final class Messages {
    private final ResourceBundle bundle;

    Messages(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        this.bundle = ResourceBundle.getBundle(
                "courant.ingest.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @throws MissingResourceException when the bundle lacks the key
    String say(String key, Object... arguments) {
        String text = bundle.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    InputProblem problem(String key, String where, Object... arguments) {
        return new InputProblem(
                where,
                say(key + ".found", arguments),
                say(key + ".expected", arguments),
                say(key + ".advice", arguments));
    }
}
