package courant.platform.engagement;

import java.util.Set;
import java.util.regex.Pattern;

/// A municipality as a resolution names it: its designation, its name, and the articles that French asks for.
///
/// @param designation as the directory has it (Ville, Canton, Cantons unis …)
/// @param name of the municipality; it may begin with the designation already (MRC de …)
record FormalName(String designation, String name) {
    private static final Set<String> MASCULINE =
            Set.of("Canton", "Gouvernement régional", "Village", "Village nordique");
    private static final Set<String> PLURAL = Set.of("Cantons unis");

    /// A vowel, or one of the few names of the directory whose h is mute.
    private static final Pattern ELIDED = Pattern.compile("^(?:[AEIOUÂÀÉÈÊËÎÏÔÛÜŒ]|H(?:é|enry|uber)).*");

    /// As subject: `la Ville de Val-d’Or`, `le Canton d’Orford`, `les Cantons unis de Latulipe-et-Gaboury`.
    String subject() {
        return (isPlural() ? "les " : isMasculine() ? "le " : "la ") + whole();
    }

    /// After what belongs to it: `de la Ville de Val-d’Or`, `du Canton d’Orford`, `des Cantons unis de …`.
    String possessor() {
        return (isPlural() ? "des " : isMasculine() ? "du " : "de la ") + whole();
    }

    boolean isPlural() {
        return PLURAL.contains(designation);
    }

    private boolean isMasculine() {
        return MASCULINE.contains(designation);
    }

    private String whole() {
        return name.startsWith(designation + " ") ? name : designation + " " + of(name);
    }

    private static String of(String name) {
        if (name.startsWith("Les ")) {
            return "des " + name.substring("Les ".length());
        }
        if (name.startsWith("Le ")) {
            return "du " + name.substring("Le ".length());
        }
        return (ELIDED.matcher(name).matches() ? "d’" : "de ") + name;
    }
}
