package courant.reports;

import java.math.BigDecimal;

/// One figure of the report, rounded and worded once for all writers.
///
/// @param id stable name, dot separated, for example `pti.2027.capex`
/// @param label what it is, in the reader's language
/// @param value the rounded number, in `unit`
/// @param text the same number as the reader sees it, for example `412 000 $`
/// @param unit what it counts
public record Figure(String id, String label, BigDecimal value, String text, FigureUnit unit) {}
