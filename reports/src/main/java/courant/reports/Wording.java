package courant.reports;

import courant.engine.energy.Feasibility;
import courant.engine.fleet.TargetGroup;
import courant.engine.plan.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of the reports in the reader's language.
///
/// A sentence of the bundles holds placeholders: `{0}` a text or a count, `{0:cad}` dollars, `{0:percent}` percentage
/// points, `{0:km}`, `{0:kw}`, `{0:celsius}`, `{0:year}`, `{0:month}`, `{0:scope}` the name of a class or target group,
/// `{0:de}` «
/// de » before the name of a municipality, and
/// `{0:s|véhicule|véhicules}` the word that agrees with the number. French no-break spaces and apostrophes are put in
/// here, so that the bundles are written with ordinary ones.
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?::([^}]*))?}");
    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    private static final Map<String, Wording> KNOWN = new ConcurrentHashMap<>();

    private final Properties sentences = new Properties();
    private final Locale locale;
    private final Numerals numerals;

    private Wording(Locale locale) {
        this.locale = locale;
        this.numerals = new Numerals(locale);
    }

    /// @param locale French or English, any country; reports are written as of Canada
    /// @throws IllegalArgumentException for another language
    public static Wording of(Locale locale) {
        String language = locale.getLanguage();
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("""
                    Reports are written in fr or en, not in « %s ».
                    Maybe give --lang fr.""".formatted(locale.toLanguageTag()));
        }
        return KNOWN.computeIfAbsent(language, Wording::read);
    }

    private static Wording read(String language) {
        Wording wording = new Wording(Locale.of(language, "CA"));
        String resource = "messages_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(resource), resource)) {
            wording.sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (language.equals("fr")) {
            wording.sentences.replaceAll((key, sentence) -> frenchSpaces((String) sentence));
        }
        return wording;
    }

    private static String frenchSpaces(String sentence) {
        return sentence.replaceAll(" ([:%$»°])", Numerals.NO_BREAK + "$1")
                .replace("« ", "«" + Numerals.NO_BREAK)
                .replaceAll("(?<=\\p{L})'(?=[\\p{L}{])", "’");
    }

    public Locale locale() {
        return locale;
    }

    public Numerals numerals() {
        return numerals;
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /// The sentence of a reason of the plan, `plan.reason.<key>`.
    ///
    /// @throws IllegalArgumentException when the bundles do not know the key
    public String reason(Reason reason) {
        return say("plan.reason." + reason.key(), reason.arguments());
    }

    /// A verdict and what it rests on; nothing was measured or estimated where there is none.
    public String verdict(Feasibility feasibility) {
        String verdict = say("verdict." + feasibility.verdict().id());
        return switch (feasibility.verdict()) {
            case WORKS, WORKS_NOON_CHARGE, FAILS ->
                verdict + say("evidence." + feasibility.evidence().id());
            case UNKNOWN, NO_CANDIDATE -> verdict;
        };
    }

    public String say(String key, Object... arguments) {
        return say(key, Arrays.asList(arguments));
    }

    private String say(String key, List<?> arguments) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("""
                    No sentence « %s » in the %s messages.
                    Maybe a new key: add it to messages_fr and messages_en.\
                    """.formatted(key, locale.getLanguage()));
        }
        Matcher matcher = PLACEHOLDER.matcher(sentence);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            int index = Integer.parseInt(matcher.group(1));
            if (index >= arguments.size()) {
                throw new IllegalArgumentException("Sentence « %s » wants argument %d and got %d: %s."
                        .formatted(key, index, arguments.size(), arguments));
            }
            String form = matcher.group(2);
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(worded(arguments.get(index), form == null ? "" : form)));
        }
        return matcher.appendTail(text).toString();
    }

    private String worded(Object argument, String form) {
        if (form.equals("scope")) {
            return scope(argument.toString());
        }
        if (form.equals("de")) {
            return of(argument.toString());
        }
        if (!(argument instanceof Number number)) {
            return argument.toString();
        }
        BigDecimal value = new BigDecimal(number.toString());
        BigDecimal whole = value.setScale(0, RoundingMode.HALF_UP);
        if (form.startsWith("s|")) {
            String[] words = form.split("\\|", -1);
            return isSingular(value) ? words[1] : words[2];
        }
        return switch (form) {
            case "cad" -> numerals.money(whole);
            case "percent" -> numerals.text(whole, FigureUnit.PERCENT);
            case "km" -> numerals.text(whole, FigureUnit.KM);
            case "month" -> Month.of(whole.intValueExact()).getDisplayName(TextStyle.FULL, locale);
            case "year" -> whole.toPlainString();
            case "kw" -> numerals.number(whole) + Numerals.NO_BREAK + "kW";
            case "celsius" -> numerals.number(whole) + Numerals.NO_BREAK + "°C";
            case "" -> numerals.number(whole);
            default -> throw new IllegalArgumentException("No form « %s » for a number.".formatted(form));
        };
    }

    /// « de Gaspé », « d’Amos », « du Bic », « des Coteaux », but « de La Tuque »; a name alone in English.
    private String of(String municipality) {
        if (!locale.getLanguage().equals("fr")) {
            return municipality;
        }
        if (municipality.startsWith("Le ")) {
            return "du " + municipality.substring(3);
        }
        if (municipality.startsWith("Les ")) {
            return "des " + municipality.substring(4);
        }
        return municipality.matches("[AEIOUÉÈÊÎ].*|Hé.*") ? "d’" + municipality : "de " + municipality;
    }

    private boolean isSingular(BigDecimal value) {
        BigDecimal size = value.abs();
        return locale.getLanguage().equals("fr")
                ? size.compareTo(BigDecimal.TWO) < 0
                : size.compareTo(BigDecimal.ONE) == 0;
    }

    /// The name of a target group or of a class, for example « camionnette d'une demi-tonne ».
    public String scope(String id) {
        boolean group = Arrays.stream(TargetGroup.values()).anyMatch(g -> g.id().equals(id));
        return say((group ? "group." : "class.") + id);
    }
}
