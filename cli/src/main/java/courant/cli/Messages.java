package courant.cli;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// Sentences in the person's language, from the bundles `messages` (French) and `messages_en`.
///
/// A sentence holds `{0}`, `{1}` … where its arguments go; apostrophes need no doubling. Numbers are written as the
/// language writes them.
final class Messages {
    static final Locale FRENCH = Locale.CANADA_FRENCH;
    static final Locale ENGLISH = Locale.CANADA;

    private final Locale locale;
    private final ResourceBundle sentences;

    private Messages(Locale locale) {
        this.locale = locale;
        this.sentences = bundle("courant.cli.messages", locale);
    }

    /// @param language `fr` or `en`
    static Optional<Messages> in(String language) {
        return switch (language) {
            case "fr" -> Optional.of(new Messages(FRENCH));
            case "en" -> Optional.of(new Messages(ENGLISH));
            default -> Optional.empty();
        };
    }

    static Messages french() {
        return new Messages(FRENCH);
    }

    static ResourceBundle bundle(String name, Locale locale) {
        // Without this control, English asked for on a French machine could fall back to the machine's language.
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    /// The bundle of help texts, for picocli.
    ResourceBundle help() {
        return bundle("courant.cli.help", locale);
    }

    /// @throws java.util.MissingResourceException when the key is in neither bundle
    String say(String key, Object... arguments) {
        String sentence = sentences.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", written(arguments[i]));
        }
        return sentence;
    }

    private String written(Object argument) {
        return switch (argument) {
            case Double number -> decimal(number, 2);
            case Number number -> NumberFormat.getIntegerInstance(locale).format(number.longValue());
            default -> argument.toString();
        };
    }

    /// A number with at most `digits` decimals, as the language writes it.
    String decimal(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /// An amount to the dollar: « 412 000 $ », “$412,000”.
    String dollars(long cents) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setMaximumFractionDigits(0);
        return format.format(cents / 100.0);
    }

    /// A problem as sentences: where and what, then what was expected and what to do.
    String problem(Problem problem) {
        return say("problem", problem.where(), problem.found(), problem.expected(), problem.advice());
    }
}
