package courant.platform.funding.internal;

import courant.engine.incentive.GrantObject;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import courant.platform.web.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person looks for among the programmes: as an address carries it, as an alert keeps it, in words.
///
/// @param state of the programme, empty for any
/// @param object it pays for, empty for any
/// @param weight US weight class it covers, 0 for any
/// @param stacking whether its source says how it adds to others: `oui` or `non`, empty for any
/// @param deadline when it ends: `3-mois`, `12-mois`, `sans-date`, empty for any
/// @param eligible whether its source names municipalities: `oui`, `non`, `a-confirmer`, empty for any
public record ProgrammeFilter(
        String state, String object, int weight, String stacking, String deadline, String eligible) {
    public static final List<String> STATES =
            Arrays.stream(ProgrammeState.values()).map(ProgrammeState::id).toList();
    public static final List<String> OBJECTS =
            Arrays.stream(GrantObject.values()).map(GrantObject::id).toList();
    public static final List<String> STACKING = List.of("oui", "non");
    public static final List<String> DEADLINES = List.of("3-mois", "12-mois", "sans-date");
    public static final List<String> ELIGIBLE = List.of("oui", "non", "a-confirmer");
    static final int HEAVIEST = 8;

    /// From the parameters of an address; what is not known there is left out.
    static ProgrammeFilter of(Map<String, String> parameters) {
        String weight = parameters.getOrDefault("poids", "");
        return new ProgrammeFilter(
                known(parameters, "etat", STATES),
                known(parameters, "objet", OBJECTS),
                weight.matches("[1-" + HEAVIEST + "]") ? Integer.parseInt(weight) : 0,
                known(parameters, "cumul", STACKING),
                known(parameters, "echeance", DEADLINES),
                known(parameters, "qui", ELIGIBLE));
    }

    private static String known(Map<String, String> parameters, String name, List<String> values) {
        String value = parameters.getOrDefault(name, "");
        return values.contains(value) ? value : "";
    }

    /// From a query as [#query()] writes it.
    static ProgrammeFilter parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], parts[1]);
            }
        }
        return of(parameters);
    }

    /// The parameters that are asked for, in one order: the same search is written in one way.
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "etat", state);
        put(parameters, "objet", object);
        put(parameters, "poids", weight == 0 ? "" : String.valueOf(weight));
        put(parameters, "cumul", stacking);
        put(parameters, "echeance", deadline);
        put(parameters, "qui", eligible);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    /// The query of an address, without its question mark; empty when everything is looked for.
    public String query() {
        List<String> parts = new ArrayList<>();
        parameters().forEach((name, value) -> parts.add(name + "=" + value));
        return String.join("&", parts);
    }

    /// An address with this search.
    public String at(String path) {
        String query = query();
        return URI.create(query.isEmpty() ? path : path + "?" + query).toString();
    }

    boolean holds(ProgrammeCard card) {
        Programme programme = card.programme();
        return (state.isEmpty() || card.state().id().equals(state))
                && (object.isEmpty() && weight == 0 || card.pays(object, weight))
                && (stacking.isEmpty() || stacking.equals(programme.stackingShare() == null ? "non" : "oui"))
                && (eligible.isEmpty() || eligible.equals(eligibility(programme)))
                && (deadline.isEmpty() || endsIn(card));
    }

    static String eligibility(Programme programme) {
        Boolean named = programme.municipalEligible();
        return named == null ? "a-confirmer" : named ? "oui" : "non";
    }

    /// A programme that is closed has no deadline any more.
    private boolean endsIn(ProgrammeCard card) {
        LocalDate last = card.programme().validTo();
        if (card.isClosed()) {
            return false;
        }
        return switch (deadline) {
            case "3-mois" -> last != null && !last.isAfter(card.today().plusMonths(3));
            case "12-mois" -> last != null && !last.isAfter(card.today().plusMonths(12));
            default -> last == null;
        };
    }

    /// The search in words, as the page, the request for an alert and its letters say it.
    public String described(Words words) {
        List<String> parts = new ArrayList<>();
        parts.add(object.isEmpty() ? words.say("funding.every-object") : words.say("funding.object." + object));
        parts.add((state.isEmpty() ? words.say("funding.every-state") : words.say("funding.state." + state))
                .toLowerCase(words.locale()));
        if (weight != 0) {
            parts.add(words.say("funding.words.weight", weight));
        }
        if (!stacking.isEmpty()) {
            parts.add(words.say("funding.words.stacking." + stacking));
        }
        if (!deadline.isEmpty()) {
            parts.add(words.say("funding.words.deadline." + deadline));
        }
        if (!eligible.isEmpty()) {
            parts.add(words.say("funding.words.eligible." + eligible));
        }
        return String.join(", ", parts);
    }
}
