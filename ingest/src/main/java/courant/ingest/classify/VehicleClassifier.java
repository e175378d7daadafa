package courant.ingest.classify;

import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Classes by the first keyword found in a description.
public final class VehicleClassifier {
    private static final Map<String, VehicleClass> WORDS = words();

    private static Map<String, VehicleClass> words() {
        Map<String, VehicleClass> words = new LinkedHashMap<>();
        words.put("remorque|trailer", VehicleClass.TRAILER);
        words.put("deneig|plow", VehicleClass.PLOW_TRUCK);
        words.put("ordures|refuse|recycl", VehicleClass.REFUSE_TRUCK);
        words.put("incendie|pumper|fire", VehicleClass.FIRE_APPARATUS);
        words.put("zamboni|surfaceuse", VehicleClass.ICE_RESURFACER);
        words.put("chargeu|loader", VehicleClass.LOADER);
        words.put("niveleuse|grader", VehicleClass.GRADER);
        words.put("pickup|camionnette|f-?150|silverado|ram 1500", VehicleClass.PICKUP_HALF_TON);
        words.put("f-?[2345]50|sierra 2500", VehicleClass.PICKUP_HEAVY);
        words.put("van|fourgon|transit", VehicleClass.VAN_LARGE);
        words.put("suv|vus|escape|rav4|explorer", VehicleClass.SUV_SMALL);
        words.put("camion|truck", VehicleClass.TRUCK_MEDIUM);
        words.put("tondeuse|mower", VehicleClass.MOWER);
        words.put("sedan|berline|auto|car|yaris|bolt|corolla|impala|focus", VehicleClass.CAR);
        return words;
    }

    /// The first class whose keyword stands in the description.
    public Classification classify(Description d) {
        String text = plain(d.text() + ' ' + d.category() + ' ' + d.make() + ' ' + d.model());
        for (Map.Entry<String, VehicleClass> entry : WORDS.entrySet()) {
            if (text.matches(".*(" + entry.getKey() + ").*")) {
                return new Classification(entry.getValue(), 0.5, entry.getKey(), fuel(plain(d.fuelText())));
            }
        }
        return new Classification(VehicleClass.NOT_A_VEHICLE, 0.1, "", fuel(plain(d.fuelText())));
    }

    private static Fuel fuel(String text) {
        if (text.contains("diesel")) {
            return Fuel.DIESEL;
        }
        if (text.contains("electr") && !text.contains("hybrid")) {
            return Fuel.ELECTRIC;
        }
        return text.matches(".*(essence|gas|unlead|sans plomb).*") ? Fuel.GASOLINE : Fuel.UNKNOWN;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
