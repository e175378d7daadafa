package courant.ingest.classify;

import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import courant.ingest.classify.Evidence.Source;
import courant.ingest.classify.Tables.FuelRule;
import courant.ingest.classify.Tables.MakeRule;
import courant.ingest.classify.Tables.ModelRule;
import courant.ingest.classify.Tables.VinRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells the class and the fuel of municipal units from words, models, makes, weights and VINs.
///
/// Every rule is a row of a table; each row that applies gives points to a class, a body word more than a model, a
/// model more than a make. A shape (pickup, truck, plow, van, SUV) becomes a class by its weight: the rating in kg,
/// else the class the sheet states, else the usual weight of the model. The class of most points wins; confidence
/// falls with weak evidence, with a close rival and with an unknown weight. Conventions:
/// `docs/reference/classes.md`.
///
/// Immutable and safe between threads; reading one row costs about one table look-up per word.
public final class VehicleClassifier {
    private static final VehicleClassifier BUNDLED = new VehicleClassifier(new Tables());

    /// After these words a text names what the unit carries or serves, no longer what it is.
    private static final Set<String> ACCESSORY_WORDS = Set.of("avec", "with", "w", "pour", "for", "cw");

    private static final double ACCESSORY_FACTOR = 0.5;
    private static final double NAME_FACTOR = 0.8;
    private static final double MODEL_POINTS = 5;
    private static final double VIN_POINTS = 4;
    private static final double MAKE_POINTS = 3.5;
    private static final double WEIGHT_POINTS = 2;
    private static final double AGREEMENT_POINTS = 0.5;

    private final Tables tables;

    private VehicleClassifier(Tables tables) {
        this.tables = tables;
    }

    /// The classifier of the tables shipped with the program; read once.
    public static VehicleClassifier bundled() {
        return BUNDLED;
    }

    /// The most likely class and fuel of one unit; never null, never throws on odd text.
    ///
    /// When nothing at all is recognised the answer is `not-a-vehicle` with confidence 0 and the code `none`: ask.
    public Classification classify(Description d) {
        List<String> described = Tokens.ofColumns(d.text(), d.category());
        List<String> named = Tokens.ofColumns(d.make(), d.model());
        List<String> all = new ArrayList<>(described);
        all.addAll(named);

        List<MakeRule> makes = makesIn(d, all);
        @Nullable ModelRule model = modelIn(d, all, makes);
        @Nullable VinRule vin = vinOf(d.vin());
        Body modelBody = model != null ? model.body() : null;
        WeightClass weight = Weights.of(tables, d.gvwrKg(), all, usualWeight(model, vin));

        List<Evidence> evidence = new ArrayList<>();
        addWords(evidence, all, described.size());
        if (model != null) {
            evidence.add(new Evidence(Source.MODEL, model.body(), MODEL_POINTS, model.why()));
        }
        if (vin != null) {
            evidence.add(new Evidence(Source.VIN, vin.body(), VIN_POINTS, vin.why()));
        }
        for (MakeRule make : makes) {
            if (make.body() != null) {
                evidence.add(new Evidence(Source.MAKE, make.body(), MAKE_POINTS, make.why()));
            }
        }
        if (weight.isMedium() || weight.isHeavy()) {
            evidence.add(
                    new Evidence(Source.WEIGHT, Body.Shape.TRUCK, WEIGHT_POINTS, "weight:" + (int) weight.number()));
        }
        return decide(evidence, weight, modelBody, fuelOf(d, all, model, makes));
    }

    /// The maker a free text names, as written there: « Camion Ford F-150 » → « Ford ».
    public Optional<String> makeWrittenIn(String text) {
        String[] words = text.strip().split("[\\s,;/]+");
        for (int i = 0; i < words.length; i++) {
            String two = i + 1 < words.length ? words[i] + " " + words[i + 1] : "";
            for (String written : List.of(two, words[i])) {
                if (written.length() >= 3 && Character.isUpperCase(written.charAt(0)) && isMake(written)) {
                    return Optional.of(written);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isMake(String written) {
        return tables.makeSpellings.contains(Tokens.of(written));
    }

    private void addWords(List<Evidence> evidence, List<String> all, int describedSize) {
        int[] accessoryFrom = {Integer.MAX_VALUE};
        boolean[] accessory = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(Tokens.START)) {
                accessoryFrom[0] = Integer.MAX_VALUE;
            } else if (ACCESSORY_WORDS.contains(all.get(i))) {
                accessoryFrom[0] = i;
            }
            accessory[i] = i > accessoryFrom[0];
        }
        tables.words.find(all, (rule, position) -> {
            double points = rule.points();
            points *= accessory[position] ? ACCESSORY_FACTOR : 1;
            points *= position >= describedSize ? NAME_FACTOR : 1;
            evidence.add(new Evidence(Source.WORD, rule.body(), points, rule.why()));
        });
    }

    private List<MakeRule> makesIn(Description d, List<String> all) {
        List<MakeRule> found = new ArrayList<>();
        List<String> where = d.make().isBlank() ? all : Tokens.ofColumns(d.make());
        tables.makes.find(where, (rule, position) -> found.add(rule));
        return found;
    }

    private @Nullable ModelRule modelIn(Description d, List<String> all, List<MakeRule> makes) {
        Set<String> makers = new HashSet<>();
        makes.forEach(make -> makers.add(make.make()));
        ModelRule found = longest(Tokens.ofColumns(d.model()), makers);
        return found != null ? found : longest(all, makers);
    }

    private @Nullable ModelRule longest(List<String> words, Set<String> makers) {
        List<ModelRule> candidates = new ArrayList<>();
        tables.models.find(words, (rule, position) -> {
            if (rule.make().isEmpty() || makers.contains(rule.make())) {
                candidates.add(rule);
            }
        });
        ModelRule best = null;
        for (ModelRule rule : candidates) {
            if (best == null || rule.isMoreSpecificThan(best)) {
                best = rule;
            }
        }
        return best;
    }

    private @Nullable VinRule vinOf(String vin) {
        VinRule best = null;
        for (VinRule rule : vin.length() < 8 ? List.<VinRule>of() : tables.vins) {
            boolean longer =
                    best == null || rule.pattern().length() > best.pattern().length();
            if (longer && matches(rule.pattern(), vin)) {
                best = rule;
            }
        }
        return best;
    }

    private static boolean matches(String pattern, String vin) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '?' && pattern.charAt(i) != Character.toUpperCase(vin.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static WeightClass usualWeight(@Nullable ModelRule model, @Nullable VinRule vin) {
        if (model != null && model.usualWeight().isKnown()) {
            return model.usualWeight();
        }
        return vin != null ? vin.usualWeight() : WeightClass.UNKNOWN;
    }

    private static Classification decide(
            List<Evidence> evidence, WeightClass weight, @Nullable Body modelBody, Fuel fuel) {
        Map<VehicleClass, Double> score = new EnumMap<>(VehicleClass.class);
        Map<VehicleClass, Evidence> strongest = new EnumMap<>(VehicleClass.class);
        Map<VehicleClass, Set<Source>> sources = new EnumMap<>(VehicleClass.class);
        for (Evidence e : evidence) {
            VehicleClass vehicleClass = e.body().at(weight, modelBody);
            Evidence before = strongest.get(vehicleClass);
            if (before == null || e.points() > before.points()) {
                strongest.put(vehicleClass, e);
            }
            sources.computeIfAbsent(vehicleClass, c -> EnumSet.noneOf(Source.class))
                    .add(e.source());
        }
        strongest.forEach((c, e) -> score.put(
                c,
                e.points()
                        + AGREEMENT_POINTS * (sources.getOrDefault(c, Set.of()).size() - 1)));

        VehicleClass best = null;
        double bestScore = 0;
        double rivalScore = 0;
        for (Map.Entry<VehicleClass, Double> entry : score.entrySet()) {
            if (entry.getValue() > bestScore) {
                rivalScore = bestScore;
                best = entry.getKey();
                bestScore = entry.getValue();
            } else {
                rivalScore = Math.max(rivalScore, entry.getValue());
            }
        }
        Evidence reason = best == null ? null : strongest.get(best);
        if (best == null || reason == null) {
            return new Classification(VehicleClass.NOT_A_VEHICLE, 0, "none", fuel);
        }
        double doubt = reason.body().doubtWhenUnsized(weight, modelBody);
        return new Classification(best, Confidence.of(bestScore, rivalScore, doubt), reason.why(), fuel);
    }

    private Fuel fuelOf(Description d, List<String> all, @Nullable ModelRule model, List<MakeRule> makes) {
        @Nullable Fuel stated = fuelIn(Tokens.ofColumns(d.fuelText()));
        if (stated == null) {
            stated = fuelIn(all);
        }
        if (stated != null) {
            return stated;
        }
        if (model != null && model.fuel() != null) {
            return model.fuel();
        }
        for (MakeRule make : makes) {
            if (make.fuel() != null) {
                return make.fuel();
            }
        }
        return Fuel.UNKNOWN;
    }

    private @Nullable Fuel fuelIn(List<String> words) {
        List<FuelRule> found = new ArrayList<>();
        tables.fuels.find(words, (rule, position) -> found.add(rule));
        FuelRule best = null;
        for (FuelRule rule : found) {
            if (best == null || rule.rank() < best.rank()) {
                best = rule;
            }
        }
        return best == null ? null : best.fuel();
    }
}
