package courant.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Texts as plain words: no accents, no case, no punctuation, the field's abbreviations written out.
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NUMBER_SIGN = Pattern.compile("(?i)\\bn\\s*[°º]|#|№|\\bn[uo]m?[.]|\\bn°");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-zà-ÿ])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=ID\\b)");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9$%]+");
    private static final Set<String> STOP = Set.of(
            "de", "du", "des", "la", "le", "les", "d", "l", "of", "the", "en", "et", "and", "a", "au", "aux", "par",
            "per");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("numero", "no"),
            Map.entry("num", "no"),
            Map.entry("number", "no"),
            Map.entry("nombre", "nb"),
            Map.entry("nbre", "nb"),
            Map.entry("nbr", "nb"),
            Map.entry("veh", "vehicule"),
            Map.entry("vehic", "vehicule"),
            Map.entry("kilometre", "km"),
            Map.entry("kilometer", "km"),
            Map.entry("kms", "km"),
            Map.entry("annee", "an"),
            Map.entry("annuel", "an"),
            Map.entry("annuelle", "an"),
            Map.entry("annuellement", "an"),
            Map.entry("year", "an"),
            Map.entry("yr", "an"),
            Map.entry("annual", "an"),
            Map.entry("yearly", "an"),
            Map.entry("kil", "kilometrage"),
            Map.entry("cd", "code"),
            Map.entry("equip", "equipement"),
            Map.entry("eqp", "equipement"),
            Map.entry("eqpt", "equipement"),
            Map.entry("dep", "departement"),
            Map.entry("dept", "departement"),
            Map.entry("dpt", "departement"),
            Map.entry("desc", "description"),
            Map.entry("descr", "description"),
            Map.entry("carb", "carburant"),
            Map.entry("immatr", "immatriculation"),
            Map.entry("immat", "immatriculation"),
            Map.entry("acq", "acquisition"),
            Map.entry("acquis", "acquisition"),
            Map.entry("qte", "quantite"),
            Map.entry("serv", "service"),
            Map.entry("util", "utilisation"),
            Map.entry("hrs", "heure"),
            Map.entry("hre", "heure"),
            Map.entry("hr", "heure"),
            Map.entry("cat", "categorie"),
            Map.entry("categ", "categorie"),
            Map.entry("fab", "fabrication"),
            Map.entry("fabr", "fabrication"),
            Map.entry("kilom", "kilometrage"),
            Map.entry("parc", "parc"),
            Map.entry("gal", "gallon"),
            Map.entry("mille", "mile"));

    private Words() {}

    /// Lower case without accents, ligatures opened; punctuation kept.
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean ascii = lower.chars().allMatch(c -> c < 128);
        return ascii
                ? lower
                : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace('’', '\'');
    }

    /// Words of a value or title, separated by single blanks.
    static String simple(String text) {
        return NOT_A_WORD.matcher(plain(text)).replaceAll(" ").strip();
    }

    /// Words of a header, abbreviations written out, small words left out.
    static List<String> ofHeader(String header) {
        String numbered = NUMBER_SIGN.matcher(header).replaceAll(" no ");
        String spaced = CAMEL.matcher(numbered).replaceAll(" ");
        List<String> words = new ArrayList<>();
        for (String word : simple(spaced).split(" ")) {
            if (!word.isEmpty() && !STOP.contains(word)) {
                words.add(same(word));
            }
        }
        return words;
    }

    private static String same(String word) {
        String found = SAME.get(word);
        if (found != null) {
            return found;
        }
        String singular = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
        return SAME.getOrDefault(singular, singular);
    }
}
