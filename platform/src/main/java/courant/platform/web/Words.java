package courant.platform.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of the screens in one language, from the message bundle.
///
/// A sentence with arguments is a `MessageFormat`; one without is taken as it stands.
public final class Words {
    static final String BUNDLE = "courant.platform.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }

    public static Words of(Locale locale) {
        return new Words(locale);
    }

    public Locale locale() {
        return locale;
    }

    /// @throws MissingResourceException when the bundle has no such sentence
    public String say(String key, Object... arguments) {
        String sentence = bundle.getString(key);
        return arguments.length == 0 ? sentence : new MessageFormat(sentence, locale).format(arguments);
    }

    public boolean knows(String key) {
        return bundle.containsKey(key);
    }
}
