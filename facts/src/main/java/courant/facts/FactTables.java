package courant.facts;

import courant.engine.catalogue.Catalogue;
import courant.engine.fact.Fact;
import courant.engine.fact.FactSet;
import courant.engine.fact.Grade;
import courant.engine.incentive.Incentives;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tables that ship with the product, each read once and checked as it is read.
public final class FactTables {
    /// Themes of the tables of facts, in the order of the documentation page.
    static final List<String> THEMES = List.of(
            "electricity",
            "fuel",
            "emissions",
            "maintenance",
            "winter",
            "classes",
            "plan",
            "charging",
            "taxes",
            "law",
            "platform");

    static final String FACT_HEADER = "id,value,unit,valid_from,valid_to,source,source_date,confidence,note";

    private FactTables() {}

    /// Every fact of every date.
    ///
    /// @throws TableException when a table is bad: never with the tables of a released product
    public static FactSet facts() {
        return Facts.ALL;
    }

    /// The electric models and the combustion references.
    ///
    /// @throws TableException when a table is bad
    public static Catalogue catalogue() {
        return Vehicles.ALL;
    }

    /// The grants, open and closed.
    ///
    /// @throws TableException when a table is bad
    public static Incentives incentives() {
        return Grants.ALL;
    }

    /// What the note of a grant says, in English.
    ///
    /// @param programme id of a grant
    /// @return its note; empty when there is none in English
    public static String englishNote(String programme) {
        return Grants.ENGLISH_NOTES.getOrDefault(programme, "");
    }

    /// A municipality's own facts, to be laid over ours with [FactSet#with]. UTF-8, header of our own tables.
    ///
    /// @param csv a file of the municipality
    /// @return its facts, in the order of the file
    /// @throws TableException naming file, line, column, what was found and expected, and what to do
    public static List<Fact> read(Path csv) throws IOException {
        String file = String.valueOf(csv.getFileName());
        String text = new String(Files.readAllBytes(csv), StandardCharsets.UTF_8);
        return facts(Table.read(file, new StringReader(text), FACT_HEADER), true);
    }

    static List<Fact> theme(String theme) {
        return facts(Table.bundled("facts-%s.csv".formatted(theme), FACT_HEADER), false);
    }

    static List<Fact> facts(Table table, boolean municipalAllowed) {
        List<Fact> facts = new ArrayList<>();
        Map<String, List<Fact>> byId = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Fact fact = fact(row, municipalAllowed);
            List<Fact> same = byId.computeIfAbsent(fact.id(), id -> new ArrayList<>());
            for (Fact other : same) {
                refuseOverlap(row, fact, other);
            }
            same.add(fact);
            facts.add(fact);
        }
        return List.copyOf(facts);
    }

    private static Fact fact(Table.Row row, boolean municipalAllowed) {
        Grade grade = row.grade("confidence");
        if (grade == Grade.MUNICIPAL && !municipalAllowed) {
            throw row.refuse("confidence", "une cote d'une source publique", "« municipal » est réservé aux villes.");
        }
        String id = row.required("id");
        double value = row.number("value");
        LocalDate from = row.date("valid_from");
        LocalDate to = row.date("valid_to");
        try {
            return new Fact(
                    id,
                    value,
                    row.text("unit"),
                    from,
                    to,
                    row.required("source"),
                    row.text("source_date"),
                    grade,
                    row.text("note"));
        } catch (IllegalArgumentException e) {
            throw row.refuseLine(e);
        }
    }

    private static void refuseOverlap(Table.Row row, Fact fact, Fact other) {
        LocalDate start = fact.validFrom() == null ? LocalDate.MIN : fact.validFrom();
        LocalDate end = fact.validTo() == null ? LocalDate.MAX : fact.validTo();
        LocalDate otherStart = other.validFrom() == null ? LocalDate.MIN : other.validFrom();
        LocalDate otherEnd = other.validTo() == null ? LocalDate.MAX : other.validTo();
        if (!start.isAfter(otherEnd) && !otherStart.isAfter(end)) {
            throw row.refuse(
                    "id",
                    "un identifiant dont les périodes ne se chevauchent pas",
                    "Fermez la ligne précédente avec valid_to avant d'en ouvrir une autre.");
        }
    }

    private static final class Facts {
        static final FactSet ALL = load();

        private static FactSet load() {
            Map<String, String> themeOf = new HashMap<>();
            List<Fact> all = new ArrayList<>();
            for (String theme : THEMES) {
                for (Fact fact : theme(theme)) {
                    String other = themeOf.putIfAbsent(fact.id(), theme);
                    if (other != null && !other.equals(theme)) {
                        throw new IllegalStateException(
                                "Fact %s stands in the tables %s and %s.".formatted(fact.id(), other, theme));
                    }
                    all.add(fact);
                }
            }
            return new FactSet(all);
        }
    }

    private static final class Vehicles {
        static final Catalogue ALL = CatalogueTables.load();
    }

    private static final class Grants {
        static final Incentives ALL = ProgrammeTables.load();
        static final Map<String, String> ENGLISH_NOTES = ProgrammeTables.englishNotes();
    }
}
