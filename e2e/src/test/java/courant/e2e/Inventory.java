package courant.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Files that people bring, good and bad.
final class Inventory {
    private static final List<String> UNITS = List.of(
            "Automobile;Toyota;Corolla;12 500;Essence;Urbanisme",
            "Camionnette;Ford;F-150;18 200;Essence;Travaux publics",
            "Fourgonnette;Ford;Transit;15 900;Essence;Aqueduc",
            "VUS;Toyota;RAV4;14 300;Essence;Incendie",
            "Camion 10 roues;Freightliner;114SD;21 700;Diesel;Travaux publics",
            "Camion à ordures;Mack;LR;24 100;Diesel;Matières résiduelles");

    /// What the title of a page becomes if a cell is run.
    static final String HARM = "cellule-executee";

    private Inventory() {}

    /// A fleet as a town's spreadsheet keeps it, one line a unit.
    static FilePayload ofUnits(int units) {
        return csv(IntStream.range(0, units)
                .mapToObj(unit -> "%03d;%d;%s".formatted(unit + 1, 2008 + unit % 14, UNITS.get(unit % UNITS.size())))
                .collect(Collectors.joining("\n")));
    }

    /// A fleet in which someone wrote what a careless page would run.
    static FilePayload withScript() {
        return csv("""
                <script>document.title='%1$s'</script>;2015;Automobile;Toyota;Corolla;12 500;Essence;Urbanisme
                002;2016;Camionnette;<img src=x onerror=document.title='%1$s'>;F-150;18 200;Essence;Voirie
                =HYPERLINK("http://exemple.invalid");2017;VUS;Toyota;RAV4;14 300;Essence;Incendie
                """.formatted(HARM));
    }

    static FilePayload empty() {
        return new FilePayload("parc.csv", "text/csv", new byte[0]);
    }

    static FilePayload pdfNamedAsWorkbook() {
        return new FilePayload(
                "parc.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static FilePayload csv(String lines) {
        return new FilePayload(
                "parc.csv",
                "text/csv",
                ("No unité;Année;Type;Marque;Modèle;Km annuel;Carburant;Service\n" + lines)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
