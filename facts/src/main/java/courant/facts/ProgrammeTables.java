package courant.facts;

import courant.engine.incentive.GrantAmount;
import courant.engine.incentive.GrantObject;
import courant.engine.incentive.GrantUnit;
import courant.engine.incentive.Incentives;
import courant.engine.incentive.Programme;
import courant.engine.incentive.ProgrammeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the grant programmes and their amounts.
final class ProgrammeTables {
    static final String HEADER = "id,name_fr,name_en,funder,price_cap_cad,building_year_cap_cad,stacking_share,"
            + "valid_from,valid_to,valid_to_assumed,state,municipal_eligible,source,source_date,grade,note";
    static final String AMOUNT_HEADER = "programme,object,gvwr_min,gvwr_max,year,rate,max_cad,per";
    static final String NOTE_HEADER = "id,note";

    private ProgrammeTables() {}

    static Incentives load() {
        return read(Table.bundled("programmes.csv", HEADER), Table.bundled("programme-amounts.csv", AMOUNT_HEADER));
    }

    static Map<String, String> englishNotes() {
        return Table.bundled("programme-notes-en.csv", NOTE_HEADER).rows().stream()
                .collect(Collectors.toMap(row -> row.required("id"), row -> row.required("note")));
    }

    static Incentives read(Table programmes, Table amounts) {
        Map<String, List<Table.Row>> amountsOf =
                new HashMap<>(amounts.rows().stream().collect(Collectors.groupingBy(row -> row.required("programme"))));
        List<Programme> read = programmes.rows().stream()
                .map(row -> programme(row, amountsOf.getOrDefault(row.required("id"), List.of())))
                .toList();
        read.forEach(programme -> amountsOf.remove(programme.id()));
        amountsOf.values().stream().flatMap(List::stream).findFirst().ifPresent(orphan -> {
            throw orphan.refuse("programme", "un programme de la table des programmes", "Corrigez l'identifiant.");
        });
        return new Incentives(read);
    }

    private static Programme programme(Table.Row row, List<Table.Row> amounts) {
        try {
            return new Programme(
                    row.required("id"),
                    row.required("name_fr"),
                    row.required("name_en"),
                    row.required("funder"),
                    amounts.stream().map(ProgrammeTables::amount).toList(),
                    cents(row, "price_cap_cad"),
                    cents(row, "building_year_cap_cad"),
                    row.optionalNumber("stacking_share"),
                    row.date("valid_from"),
                    row.date("valid_to"),
                    row.flag("valid_to_assumed"),
                    row.choice("state", ProgrammeState.class),
                    eligible(row),
                    row.required("source"),
                    row.text("source_date"),
                    row.grade("grade"),
                    row.text("note"));
        } catch (IllegalArgumentException e) {
            throw row.refuseLine(e);
        }
    }

    private static GrantAmount amount(Table.Row row) {
        try {
            return new GrantAmount(
                    row.choice("object", GrantObject.class),
                    row.integer("gvwr_min"),
                    row.integer("gvwr_max"),
                    row.optionalInteger("year"),
                    row.number("rate"),
                    Math.round(row.number("max_cad") * 100),
                    row.text("per").isEmpty() ? null : row.choice("per", GrantUnit.class));
        } catch (IllegalArgumentException e) {
            throw row.refuseLine(e);
        }
    }

    private static @Nullable Long cents(Table.Row row, String column) {
        Double cad = row.optionalNumber(column);
        return cad == null ? null : Math.round(cad * 100);
    }

    private static @Nullable Boolean eligible(Table.Row row) {
        return row.text("municipal_eligible").equals("to-confirm") ? null : row.flag("municipal_eligible");
    }
}
