package courant.ingest;

import courant.ingest.sheet.Row;
import java.util.ArrayList;
import java.util.List;

/// What stands over a column: its name, the banner over several columns, and the unit written on a line of its own.
///
/// @param name the header's text, two lines joined; empty when the column has none
/// @param banner « UTILISATION 2024 » over « Km », « Heures » and « Litres »; empty when there is none
/// @param unit « (km) » on a line of units under the header; empty when there is none
record Heading(String name, String banner, String unit) {
    static List<Heading> ofNames(List<String> names) {
        List<Heading> headings = new ArrayList<>();
        names.forEach(name -> headings.add(new Heading(name, "", "")));
        return headings;
    }

    /// Headings of one line, as many as the sheet is wide.
    static List<Heading> of(Row row, int width) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            names.add(row.text(c));
        }
        return ofNames(names);
    }

    Heading withUnit(String written) {
        return new Heading(name, banner, written);
    }

    /// The name with its unit, as a header of one line would say both.
    String nameAndUnit() {
        return (name + " " + unit).strip();
    }

    /// All that stands over the column, from top to bottom.
    String whole() {
        return (banner + " " + nameAndUnit()).strip();
    }
}
