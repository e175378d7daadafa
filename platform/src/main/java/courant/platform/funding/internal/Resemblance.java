package courant.platform.funding.internal;

import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.Programme;
import courant.platform.funding.StandingProgramme;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A programme that may be the one somebody is entering: it would stand twice.
///
/// @param standing that is there already
/// @param traits what they have in common
public record Resemblance(StandingProgramme standing, Set<Trait> traits) {
    /// What two entries of the same programme have in common.
    public enum Trait {
        /// Their names differ by accents, case, order of words, years or slips of the keyboard.
        NAME,
        /// They were read at the same address.
        SOURCE,
        /// The same body pays for the same thing at the same time.
        FUNDER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Words that tell no programme from another.
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a",
            "au",
            "aux",
            "d",
            "de",
            "des",
            "du",
            "en",
            "et",
            "l",
            "la",
            "le",
            "les",
            "par",
            "pour",
            "sur",
            "un",
            "une",
            "the",
            "of",
            "for",
            "and",
            "an",
            "to",
            "program",
            "programme",
            "programs",
            "programmes");

    /// @param entered what somebody is entering
    /// @param known what is there; the programme of the same id is itself, and no other
    /// @return those that resemble it, in the order of the list; cost linear in the list
    static List<Resemblance> among(Programme entered, List<StandingProgramme> known) {
        List<Resemblance> found = new ArrayList<>();
        for (StandingProgramme standing : known) {
            Set<Trait> traits = traits(entered, standing.programme());
            if (!traits.isEmpty() && !standing.programme().id().equals(entered.id())) {
                found.add(new Resemblance(standing, traits));
            }
        }
        return found;
    }

    private static Set<Trait> traits(Programme one, Programme other) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (sameName(one.nameFr(), other.nameFr()) || sameName(one.nameEn(), other.nameEn())) {
            traits.add(Trait.NAME);
        }
        if (sources(one).anyMatch(address -> sources(other).anyMatch(address::equals))) {
            traits.add(Trait.SOURCE);
        }
        if (words(one.funder()).equals(words(other.funder())) && payForTheSame(one, other) && overlap(one, other)) {
            traits.add(Trait.FUNDER);
        }
        return traits;
    }

    /// Whether each word of the shorter name stands in the longer one, give or take a slip, and the longer one adds at
    /// most one word.
    static boolean sameName(String one, String other) {
        List<String> shorter = words(one);
        List<String> longer = words(other);
        if (shorter.size() > longer.size()) {
            List<String> swapped = shorter;
            shorter = longer;
            longer = swapped;
        }
        if (shorter.isEmpty() || longer.size() - shorter.size() > 1) {
            return false;
        }
        List<String> left = new ArrayList<>(longer);
        for (String word : shorter) {
            String meant = left.stream()
                    .filter(candidate -> isSlipOf(word, candidate))
                    .findFirst()
                    .orElse(null);
            if (meant == null) {
                return false;
            }
            left.remove(meant);
        }
        return true;
    }

    /// Words that tell programmes apart, without accents, case, years and what stands in parentheses; sorted.
    static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", " ")
                .replaceAll("\\b(19|20)\\d\\d\\b", " ");
        return Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .sorted()
                .toList();
    }

    /// One slip in a word of five to eight letters, two in a longer one.
    private static boolean isSlipOf(String word, String other) {
        int length = Math.max(word.length(), other.length());
        int allowed = length < 5 ? 0 : length < 9 ? 1 : 2;
        return word.equals(other) || (allowed > 0 && distance(word, other) <= allowed);
    }

    /// Damerau-Levenshtein distance of neighbours: insertion, deletion, change, exchange of two letters. `O(n m)`.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    /// Addresses without what does not tell pages apart: the scheme, `www.`, the fragment, the last slash, the tags of
    /// campaigns.
    private static Stream<String> sources(Programme programme) {
        return ProgrammeStore.sources(programme).stream()
                .filter(source -> source.startsWith("http"))
                .map(Resemblance::page);
    }

    private static String page(String address) {
        try {
            URI uri = URI.create(address);
            String host = Objects.requireNonNullElse(uri.getHost(), "")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^www\\.", "");
            String path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceFirst("/$", "");
            String query = Arrays.stream(
                            Objects.requireNonNullElse(uri.getRawQuery(), "").split("&"))
                    .filter(pair -> !pair.isEmpty() && !pair.startsWith("utm_"))
                    .sorted()
                    .reduce("", (all, pair) -> all + "&" + pair);
            return host + path + query;
        } catch (IllegalArgumentException malformed) {
            return address;
        }
    }

    private static boolean payForTheSame(Programme one, Programme other) {
        return one.amounts().stream()
                .anyMatch(amount -> other.amounts().stream().anyMatch(theirs -> payForTheSame(amount, theirs)));
    }

    private static boolean payForTheSame(GrantAmount one, GrantAmount other) {
        return one.object() == other.object() && one.gvwrMin() <= other.gvwrMax() && other.gvwrMin() <= one.gvwrMax();
    }

    private static boolean overlap(Programme one, Programme other) {
        return !start(one).isAfter(end(other)) && !start(other).isAfter(end(one));
    }

    private static LocalDate start(Programme programme) {
        return Objects.requireNonNullElse(programme.validFrom(), LocalDate.MIN);
    }

    private static LocalDate end(Programme programme) {
        return Objects.requireNonNullElse(programme.validTo(), LocalDate.MAX);
    }
}
