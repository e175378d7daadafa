package courant.reports;

import courant.engine.fleet.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes the annexes: one sheet per table, numbers as numbers, texts always as texts and never as formulas.
final class AnnexWorkbook {
    /// The longest text a spreadsheet cell may hold.
    private static final int LONGEST = 32_767;

    private AnnexWorkbook() {}

    static void write(CouncilReport report, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Courant", null)) {
            sheet(workbook, report, report.table("figures"), "summary", report.tabled());
            sheet(workbook, report, report.table("units"), "units", "");
            sheet(workbook, report, report.table("years"), "years", "");
            sheet(workbook, report, report.table("classes"), "classes", "");
            sheet(workbook, report, report.table("pti"), "pti", "");
            sheet(workbook, report, report.table("options"), "options", "");
            sheet(workbook, report, report.table("sensitivity"), "sensitivity", "");
            sheet(workbook, report, report.table("facts"), "facts", "");
            sheet(workbook, report, report.table("assumptions"), "assumptions", "");
            sheet(workbook, report, others(report), "others", "");
        }
    }

    /// Machines and what the plan leaves out, as the town's sheet has them.
    private static ReportTable others(CouncilReport report) {
        Wording wording = report.wording();
        List<ReportTable.Column> columns = List.of(
                new ReportTable.Column(wording.say("column.unit"), FigureUnit.TEXT, 14),
                new ReportTable.Column(wording.say("column.class"), FigureUnit.TEXT, 30),
                new ReportTable.Column(wording.say("column.vehicle"), FigureUnit.TEXT, 36),
                new ReportTable.Column(wording.say("column.planned"), FigureUnit.TEXT, 24));
        List<List<Cell>> rows = new ArrayList<>();
        for (Unit unit : report.result().request().fleet().units()) {
            if (!unit.vehicleClass().group().isRoad()) {
                rows.add(List.of(
                        Cell.text(unit.id()),
                        Cell.text(wording.scope(unit.vehicleClass().id())),
                        Cell.text((unit.make() + " " + unit.model()).strip()),
                        Cell.text(wording.say(unit.vehicleClass().isPlanned() ? "yes" : "no"))));
            }
        }
        return new ReportTable("others", wording.say("table.others"), columns, rows, false);
    }

    private static void sheet(Workbook workbook, CouncilReport report, ReportTable table, String name, String lead) {
        Worksheet sheet = workbook.newWorksheet(report.say("sheet." + name));
        int header = lead.isEmpty() ? 0 : 2;
        if (!lead.isEmpty()) {
            sheet.value(0, 0, cut(lead));
            sheet.style(0, 0).bold().set();
        }
        List<ReportTable.Column> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(header, c, cut(columns.get(c).label()));
            sheet.width(c, columns.get(c).width());
        }
        sheet.range(header, 0, header, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("E3ECE8")
                .set();
        for (int r = 0; r < table.rows().size(); r++) {
            List<Cell> row = table.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                put(sheet, report, header + 1 + r, c, row.get(c), unit(report, table, r, c));
            }
        }
        sheet.freezePane(table.id().equals("units") ? 1 : 0, header + 1);
        sheet.pageOrientation("landscape");
        sheet.paperSize(org.dhatim.fastexcel.PaperSize.LETTER_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(header);
        sheet.footer("&P / &N", org.dhatim.fastexcel.Position.RIGHT);
        sheet.header(report.say("product").replace("&", "&&"), org.dhatim.fastexcel.Position.LEFT);
    }

    private static FigureUnit unit(CouncilReport report, ReportTable table, int row, int column) {
        if (table.id().equals("figures") && column == 1) {
            return List.copyOf(report.figures().values()).get(row).unit();
        }
        if (table.id().equals("options") && column > 0) {
            return row == table.rows().size() - 1 ? FigureUnit.TONNES : FigureUnit.CAD;
        }
        return table.columns().get(column).unit();
    }

    private static void put(Worksheet sheet, CouncilReport report, int row, int column, Cell cell, FigureUnit unit) {
        if (cell.value() == null) {
            if (!cell.text().isEmpty()) {
                sheet.value(row, column, cut(cell.text()));
            }
            return;
        }
        boolean french = report.wording().locale().getLanguage().equals("fr");
        sheet.value(row, column, unit == FigureUnit.PERCENT ? cell.value().movePointLeft(2) : cell.value());
        String format = switch (unit) {
            case CAD -> french ? "#,##0\\ \"$\"" : "\"$\"#,##0";
            case PERCENT -> cell.value().scale() > 0 ? "0.00\\ %" : "0\\ %";
            case COUNT -> "#,##0";
            case TONNES -> "#,##0.0\\ \"t\"";
            case KM -> "#,##0\\ \"km\"";
            case HOURS -> "#,##0\\ \"h\"";
            case YEAR -> "0";
            case NUMBER, TEXT -> "General";
        };
        sheet.style(row, column).format(format).set();
    }

    private static String cut(String text) {
        String clean = text.codePoints()
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
