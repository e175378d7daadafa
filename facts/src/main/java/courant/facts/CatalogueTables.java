package courant.facts;

import courant.engine.catalogue.Catalogue;
import courant.engine.catalogue.CombustionReference;
import courant.engine.catalogue.ElectricModel;
import courant.engine.fact.Grade;
import courant.engine.fleet.Fuel;
import courant.engine.fleet.VehicleClass;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the catalogue of electric models and of combustion references.
final class CatalogueTables {
    static final String ELECTRIC_HEADER = "id,make,model,classes,model_year,usable_kwh,kwh_per_km,kwh_per_hour,"
            + "winter_kwh_per_km,winter_grade,heat_pump,ac_kw,dc_kw,payload_kg,gvwr_class,price_cad,available_from,"
            + "available_to,source,source_date,grade,price_grade,note";
    static final String COMBUSTION_HEADER =
            "class,fuel,litres_per_100km,litres_per_hour,price_cad,source,source_date,grade";

    private CatalogueTables() {}

    static Catalogue load() {
        return new Catalogue(
                Table.bundled("catalogue-electric.csv", ELECTRIC_HEADER).rows().stream()
                        .map(CatalogueTables::electric)
                        .toList(),
                Table.bundled("catalogue-combustion.csv", COMBUSTION_HEADER).rows().stream()
                        .map(CatalogueTables::combustion)
                        .toList());
    }

    static ElectricModel electric(Table.Row row) {
        Grade grade = row.grade("grade");
        refuseUnsourced(row, grade);
        Grade winterGrade = row.text("winter_grade").isEmpty() ? null : row.grade("winter_grade");
        if ((row.optionalNumber("winter_kwh_per_km") == null) != (winterGrade == null)) {
            throw row.refuse("winter_grade", "une cote si et seulement si l'hiver est mesuré", "Corrigez la cellule.");
        }
        try {
            return new ElectricModel(
                    row.required("id"),
                    row.required("make"),
                    row.required("model"),
                    classes(row),
                    row.integer("model_year"),
                    row.number("usable_kwh"),
                    row.optionalNumber("kwh_per_km"),
                    row.optionalNumber("kwh_per_hour"),
                    row.optionalNumber("winter_kwh_per_km"),
                    winterGrade,
                    row.flag("heat_pump"),
                    row.number("ac_kw"),
                    row.number("dc_kw"),
                    row.optionalNumber("payload_kg"),
                    row.optionalInteger("gvwr_class"),
                    row.number("price_cad"),
                    row.integer("available_from"),
                    row.optionalInteger("available_to"),
                    row.required("source"),
                    row.text("source_date"),
                    grade,
                    row.grade("price_grade"),
                    row.text("note"));
        } catch (IllegalArgumentException e) {
            throw row.refuseLine(e);
        }
    }

    private static CombustionReference combustion(Table.Row row) {
        Grade grade = row.grade("grade");
        refuseUnsourced(row, grade);
        try {
            return new CombustionReference(
                    row.choice("class", VehicleClass.class),
                    row.choice("fuel", Fuel.class),
                    row.number("litres_per_100km"),
                    row.number("litres_per_hour"),
                    row.number("price_cad"),
                    row.required("source"),
                    row.text("source_date"),
                    grade);
        } catch (IllegalArgumentException e) {
            throw row.refuseLine(e);
        }
    }

    private static Set<VehicleClass> classes(Table.Row row) {
        return Arrays.stream(row.required("classes").split(" ", -1))
                .map(id -> VehicleClass.ofId(id)
                        .orElseThrow(() -> row.refuse(
                                "classes", "des classes séparées par une espace", "Corrigez la classe " + id + ".")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void refuseUnsourced(Table.Row row, Grade grade) {
        boolean unsourced = row.text("source").equals("none");
        if (unsourced != (grade == Grade.BELIEF)) {
            throw row.refuse("grade", "la cote belief exactement quand la source est none", "Corrigez l'une des deux.");
        }
    }
}
