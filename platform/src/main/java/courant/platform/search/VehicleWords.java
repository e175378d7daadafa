package courant.platform.search;

import courant.engine.catalogue.ElectricModel;
import courant.engine.fleet.VehicleClass;
import courant.ingest.classify.Classification;
import courant.ingest.classify.Description;
import courant.ingest.classify.VehicleClassifier;
import courant.reports.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people call vehicles: the words by which a fleet list is read, and the names of the classes.
final class VehicleWords {
    /// Below, the words fit more than one class: « camion » says too little.
    private static final double SURE = 0.5;

    private static final String BY_WORDS = "rule:";

    private VehicleWords() {}

    /// The class that the words name in French or English: « camion de pompier », `ice resurfacer`.
    static Optional<VehicleClass> named(String typed) {
        Classification read = VehicleClassifier.bundled().classify(Description.of("", "", typed));
        return Optional.of(read.vehicleClass())
                .filter(VehicleClass::isPlanned)
                .filter(any -> read.why().startsWith(BY_WORDS) && read.confidence() >= SURE);
    }

    /// The names of the classes of a model, in both languages.
    static String of(ElectricModel model) {
        return Stream.of(Locale.CANADA_FRENCH, Locale.CANADA)
                .map(Wording::of)
                .flatMap(words -> model.classes().stream().map(each -> words.scope(each.id())))
                .collect(Collectors.joining(" "));
    }
}
