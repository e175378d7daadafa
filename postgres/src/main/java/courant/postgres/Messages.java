package courant.postgres;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of this package in French or English; `{0}`, `{1}` stand for values.
final class Messages {
    private final ResourceBundle bundle;

    Messages(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        this.bundle = ResourceBundle.getBundle(
                "courant.postgres.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @throws java.util.MissingResourceException when the bundle lacks the key
    String say(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
