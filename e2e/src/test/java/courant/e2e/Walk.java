package courant.e2e;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a visitor meets who follows every link from the home page: each kind of page, and of each kind a few.
///
/// Pages of one kind differ by what follows the first part of their address, or by the values of their query. Of
/// the English pages all are met, but those of the thousand towns and of the values of a query: each is a
/// translation of its own.
final class Walk {
    static final String MISSING = "/cette-page-n-existe-pas";

    /// Parts of the site made of many pages of one kind.
    private static final Set<String> COLLECTIONS = Set.of(
            "chantiers",
            "municipalites",
            "aide-financiere",
            "regroupements",
            "actualites",
            "evenements",
            "vehicules",
            "retours-d-experience",
            "questions",
            "ressources",
            "videos");

    private static final Map<String, Integer> HOW_MANY =
            Map.of("/chantiers/*", 10, "/aide-financiere/*", 2, "/ressources/*", Integer.MAX_VALUE);
    private static final int USUALLY = 3;
    private static final String ENGLISH = "en ";
    private static final String TOWNS = "/municipalites/*";
    private static final Pattern ENGLISH_ADDRESS = Pattern.compile("/en(?=/|\\?|$)");

    private final List<Visit> visits;
    private final Map<String, Integer> statuses;
    private final Map<String, String> linkedFrom;

    private Walk(List<Visit> visits, Map<String, Integer> statuses, Map<String, String> linkedFrom) {
        this.visits = List.copyOf(visits);
        this.statuses = statuses;
        this.linkedFrom = linkedFrom;
    }

    static Walk through(Site site) {
        Map<String, String> linkedFrom = new LinkedHashMap<>();
        Map<String, Integer> statuses = new HashMap<>();
        Map<String, Integer> seenOfKind = new HashMap<>();
        List<Visit> visits = new ArrayList<>();
        ArrayDeque<String> ahead = new ArrayDeque<>(List.of("/", MISSING));
        while (!ahead.isEmpty()) {
            String address = ahead.remove();
            HttpResponse<String> answer = site.get(address);
            statuses.put(address, answer.statusCode());
            if (!isPage(answer, address) || seenOfKind.merge(kind(address), 1, Integer::sum) > howMany(kind(address))) {
                continue;
            }
            Visit visit = Visit.of(address, answer.statusCode(), answer.body());
            visits.add(visit);
            for (String link : visit.links(site)) {
                if (linkedFrom.putIfAbsent(link, address) == null && !link.equals("/")) {
                    ahead.add(link);
                }
            }
        }
        return new Walk(visits, statuses, linkedFrom);
    }

    /// What is broken is told apart by [#brokenLinks()]; the one error page that is walked is asked for on purpose.
    private static boolean isPage(HttpResponse<String> answer, String address) {
        return (answer.statusCode() == 200 || address.equals(MISSING))
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private static String kind(String address) {
        return ENGLISH_ADDRESS.matcher(address).lookingAt()
                ? ENGLISH + kindOfFrench(address.substring("/en".length()))
                : kindOfFrench(address);
    }

    private static String kindOfFrench(String address) {
        String[] pathAndQuery = address.split("\\?", 2);
        String[] parts = pathAndQuery[0].split("/");
        String path = parts.length > 2 && COLLECTIONS.contains(parts[1])
                ? "/" + parts[1] + "/*".repeat(parts.length - 2)
                : pathAndQuery[0];
        return pathAndQuery.length == 1 ? path : path + "?" + parameterNames(pathAndQuery[1]);
    }

    private static String parameterNames(String query) {
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .distinct()
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static int howMany(String kind) {
        if (kind.contains("?")) {
            return 1;
        }
        return kind.startsWith(ENGLISH) && !kind.equals(ENGLISH + TOWNS)
                ? Integer.MAX_VALUE
                : HOW_MANY.getOrDefault(kind, USUALLY);
    }

    List<Visit> visits() {
        return visits;
    }

    List<Visit> englishVisits() {
        return visits.stream().filter(Visit::isEnglish).toList();
    }

    /// The first pages of each kind, in French: for what depends on how a kind of page is made, not on what it says.
    List<Visit> frenchOfEachKind(int most) {
        return ofEachKind(most, visit -> !visit.isEnglish());
    }

    /// The first pages of each kind, in English.
    List<Visit> englishOfEachKind(int most) {
        return ofEachKind(most, Visit::isEnglish);
    }

    private List<Visit> ofEachKind(int most, Predicate<Visit> which) {
        Map<String, Integer> seen = new HashMap<>();
        return visits.stream()
                .filter(which)
                .filter(visit -> seen.merge(kind(visit.address()), 1, Integer::sum) <= most)
                .toList();
    }

    /// Links within the site that lead nowhere, each with a page that has it.
    Set<String> brokenLinks() {
        TreeSet<String> broken = new TreeSet<>();
        statuses.forEach((address, status) -> {
            if (status >= 400 && !address.equals(MISSING)) {
                broken.add("%s answers %d (linked from %s)".formatted(address, status, linkedFrom.get(address)));
            }
        });
        return broken;
    }
}
