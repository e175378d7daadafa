package courant.e2e;

import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Document;

/// What an English page leaves in French without saying so by its `lang`.
final class EnglishText {
    private static final String ENGLISH = "en-CA";

    /// Small words that a French sentence can hardly do without, and that English does not have.
    private static final Pattern FRENCH = words(
            "le|la|les|l|des|du|de|un|une|et|est|sont|dans|pour|avec|sur|par|qui|que|au|aux|ce|cette|ces|votre|vos|vous"
                    + "|nous|notre|il|elle|ne|pas|plus|ou|où|à|aucun|aucune|selon|sans|chaque");

    private static final Pattern ENGLISH_WORDS = words(
            "the|a|an|of|and|or|to|in|on|at|is|are|was|for|with|by|from|that|this|it|its|your|you|we|our|not|no|as|be"
                    + "|has|have|than|which|who|if|can|per");

    /// Names of organisations, registers and laws keep their language, as titles between quotation marks do.
    private static final Pattern NAMES = Pattern.compile(
            "“[^”]*”|Union des municipalités du Québec|Ministère des Transports et de la Mobilité durable"
                    + "|Régie de l’énergie|Plateforme municipale pour le climat|Répertoire des municipalités du Québec"
                    + "|Le Journal de Québec|Loi sur les cités et villes");

    private EnglishText() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)(?<![\\p{L}\\d-])(?:" + alternatives + ")(?![\\p{L}\\d-])");
    }

    /// The pieces of a page in English that read as French.
    static List<String> leftInFrench(Document document) {
        return FrenchText.pieces(document, ENGLISH).stream()
                .filter(EnglishText::isFrench)
                .distinct()
                .toList();
    }

    /// Whether a piece has two small French words and more of them than English ones: a French name in an English
    /// sentence is not French.
    static boolean isFrench(String piece) {
        String ours = NAMES.matcher(piece).replaceAll("");
        long french = FRENCH.matcher(ours).results().count();
        return french >= 2 && french > ENGLISH_WORDS.matcher(ours).results().count();
    }
}
