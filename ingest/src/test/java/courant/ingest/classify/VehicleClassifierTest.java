package courant.ingest.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleClassifierTest {
    private final VehicleClassifier classifier = VehicleClassifier.bundled();

    @ParameterizedTest
    @CsvSource({
        "0578 09 CRN-VIC, police-patrol",
        "0660 15 FRD INTEC, police-patrol",
        "0668 16 SPARTAN, fire-apparatus",
        "0423 99 DASH, fire-apparatus",
        "0586 10 INT 7400, truck-heavy",
        "0632 13 INT 4300, truck-heavy",
        "0523 06 FORD F250, pickup-heavy",
        "0546 08 CHEVC3500, pickup-heavy",
        "0535 07 FORD F150, pickup-half-ton",
        "0477 01 GMC S-15, pickup-half-ton",
        "0607 11 FORD F550, truck-medium",
        "0591 10 ESCAPE, suv-small",
        "0592 10 IMPALA, car",
        "0599 11 DGE CARA, minivan",
        "0634 12 CHEVY EXP, van-large",
        "0562 09 JD 544K, loader",
        "0476 01 CAT 416D, backhoe",
        "055909VRMRBC1800XL, trailer",
    })
    void a_fuel_card_description_is_understood(String text, String expected) {
        assertEquals(expected, classOf("", "", text));
    }

    @ParameterizedTest
    @CsvSource({
        "PICKUP - DIVER BODY - CLASS 4 - 4X4, truck-medium",
        "WALKIN VAN - CLASS 4, step-van",
        "PEO SCOOTER, utility-vehicle",
        "PU-3/4T-EC CL2 4X4 10Y UNLEAD PL, pickup-heavy",
        "PACK-REARLCO-32CUYD CL8, refuse-truck",
        "TRK-DUMP-CC CL4, truck-medium",
        "GM-UTILITY-CARTS, utility-vehicle",
        "WM-SNOW-BLOWER, snow-blower",
        "RM-LITTER-VACUUM, machine-other",
        "CON-ART-LOADER, loader",
        "TRAILER BOAT, trailer",
        "ATT-LEAF-BOX 10Y, attachment",
    })
    void a_code_without_make_or_model_is_understood(String text, String expected) {
        assertEquals(expected, classOf("", "", text));
    }

    @Test
    void a_body_word_wins_over_what_the_model_usually_is() {
        assertEquals("bucket-truck", classOf("Ford", "F-550", "Camion nacelle"));
        assertEquals("refuse-truck", classOf("FORD", "F550", "PACK-REARL-6CUYD CL5"));
        assertEquals("car", classOf("FORD", "CROWN VICTORIA", "FULLSIZE SEDAN"));
    }

    @Test
    void the_rating_in_kilograms_corrects_the_size_of_the_model() {
        Classification light =
                classifier.classify(new Description("Ford", "", "Pick-up", "", "", null, 3_000.0, "", ""));
        Classification heavy =
                classifier.classify(new Description("Ford", "", "Pick-up", "", "", null, 4_400.0, "", ""));
        Classification medium =
                classifier.classify(new Description("Ford", "", "Camion à benne", "", "", null, 8_000.0, "", ""));
        assertEquals(VehicleClass.PICKUP_HALF_TON, light.vehicleClass());
        assertEquals(VehicleClass.PICKUP_HEAVY, heavy.vehicleClass());
        assertEquals(VehicleClass.TRUCK_MEDIUM, medium.vehicleClass());
    }

    @Test
    void a_rating_written_in_the_text_counts_in_pounds() {
        assertEquals("truck-heavy", classOf("", "", "DUMP TRUCK 60000 GVWR"));
        assertEquals("truck-medium", classOf("", "", "DUMP TRUCK 18000 GVWR"));
    }

    @Test
    void the_number_of_the_vehicle_tells_its_kind_when_nothing_else_does() {
        Classification c =
                classifier.classify(new Description("", "", "", "", "12", 2019, null, "", "1FDUF5HT0KEA00000"));
        assertEquals(VehicleClass.TRUCK_MEDIUM, c.vehicleClass());
        assertEquals("vin:1fd??5", c.why());
    }

    @Test
    void what_an_accessory_serves_is_not_what_it_is() {
        assertEquals("attachment", classOf("", "", "Godet pour chargeuse"));
        assertEquals("trailer", classOf("", "", "Remorque pour mini-pelle"));
        assertEquals("loader", classOf("", "", "Chargeuse sur roues avec souffleuse"));
    }

    @Test
    void a_description_without_any_known_word_asks() {
        for (String text : List.of("", "0646 14KMTARVTX1", "XYZ 123", "Unité 45", "Camion")) {
            Classification c = classifier.classify(Description.of("", "", text));
            assertTrue(c.confidence() < 0.5, text + " gives " + c);
        }
        assertEquals("none", classifier.classify(Description.of("", "", "XYZ")).why());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "Essence, GASOLINE",
                "Diesel coloré, DIESEL",
                "Électrique, ELECTRIC",
                "VHR, PLUG_IN_HYBRID",
                "Hybride rechargeable, PLUG_IN_HYBRID",
                "Hybride, HYBRID",
                "Propane, PROPANE",
                "CNG, NATURAL_GAS",
                "HYCNG, NATURAL_GAS",
                "HYBUN, HYBRID",
                "PLUGINHU, PLUG_IN_HYBRID",
                "UNLEAD, GASOLINE",
                "?, UNKNOWN",
            })
    void the_fuel_column_is_read_in_both_languages(String fuelText, Fuel expected) {
        Description d = new Description("", "", "", "", "", null, null, fuelText, "");
        assertEquals(expected, classifier.classify(d).fuel());
    }

    @Test
    void the_model_tells_the_fuel_when_the_sheet_does_not() {
        assertEquals(
                Fuel.ELECTRIC,
                classifier
                        .classify(Description.of("Chevrolet", "Bolt EV", "Auto"))
                        .fuel());
        assertEquals(
                Fuel.ELECTRIC,
                classifier.classify(Description.of("Nissan", "Leaf", "")).fuel());
        assertEquals(
                Fuel.HYBRID,
                classifier.classify(Description.of("Toyota", "Prius", "")).fuel());
        assertEquals(
                Fuel.UNKNOWN,
                classifier.classify(Description.of("", "", "Remorque")).fuel());
    }

    @Test
    void the_class_is_the_same_whichever_columns_reach_the_text_or_the_category() throws IOException {
        int rows = 0;
        int same = 0;
        for (NamedCsvRecord row : Labelled.shared("fleet-toronto/city-vehicle-availability.csv.gz")) {
            Description all = Labelled.toronto(row);
            Description few = new Description(
                    row.getField("MAKE"),
                    row.getField("MODEL"),
                    row.getField("CAT_DESC"),
                    row.getField("CATEGORY_CLASS"),
                    row.getField("UNIT_NO"),
                    null,
                    null,
                    "",
                    "");
            rows++;
            same += classifier.classify(all).vehicleClass()
                            == classifier.classify(few).vehicleClass()
                    ? 1
                    : 0;
        }
        System.out.printf("same class from other columns: %d of %d%n", same, rows);
        assertTrue(same >= 0.99 * rows);
    }

    @Property(tries = 300)
    void any_text_gets_an_answer(@ForAll String make, @ForAll String model, @ForAll String text, @ForAll String vin) {
        Classification c = classifier.classify(new Description(make, model, text, "", "", null, null, text, vin));
        assertNotNull(c.vehicleClass());
        assertTrue(c.confidence() >= 0 && c.confidence() <= 1);
    }

    @Test
    void a_hundred_thousand_rows_take_less_than_three_seconds_of_processor_time() {
        List<Description> some = List.of(
                Description.of(
                        "FORD", "F250 4X4", "PU-3/4T-EC CL2 4X4 10Y UNLEAD PL | PICKU-3/4T | CLASS2 | LIGHT DUTY"),
                Description.of(
                        "Western Star", "4700SB", "Camion de déneigement 10 roues avec épandeur et aile de côté"),
                Description.of("", "", "0660 15 FRD INTEC"),
                Description.of("JOHN DEERE", "XUV835M", "GM-UTILITY-CARTS 51-60HP 4X4 8Y UNLEAD SPPL"));
        some.forEach(classifier::classify);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        double trust = 0;
        for (int i = 0; i < 100_000; i++) {
            trust += classifier.classify(some.get(i % some.size())).confidence();
        }
        double seconds = (processor.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf("100000 rows in %.2f s of processor time (sum of confidence %.0f)%n", seconds, trust);
        assertTrue(seconds < 3, "took " + seconds + " s");
    }

    @Test
    void a_rating_of_zero_kilograms_is_refused_with_advice() {
        @Nullable Double zero = 0.0;
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new Description("", "", "", "", "7", null, zero, "", ""));
        assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"));
    }

    private String classOf(String make, String model, String text) {
        return classifier
                .classify(Description.of(make, model, text))
                .vehicleClass()
                .id();
    }
}
