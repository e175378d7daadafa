package courant.ingest;

import courant.ingest.DateText.Order;
import courant.ingest.sheet.Row;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which order of day and month the dates of a column prove.
///
/// @param order the order, null when the column proves none or two
/// @param ambiguous cells that can be read two ways
/// @param mixed whether the column proves both orders
record DateOrder(@Nullable Order order, int ambiguous, boolean mixed) {
    static DateOrder of(String header, int column, List<Row> rows) {
        Map<Order, Integer> votes = new EnumMap<>(Order.class);
        int ambiguous = 0;
        int iso = 0;
        for (Row row : rows) {
            String text = row.text(column);
            if (row.kind(column) == Row.Kind.TEXT && !text.isEmpty()) {
                Order order = DateText.evidence(text);
                if (order != null) {
                    votes.merge(order, 1, Integer::sum);
                } else if (DateText.isAmbiguous(text)) {
                    ambiguous++;
                } else if (DateText.isYearFirst(text)) {
                    iso++;
                }
            }
        }
        Order stated = ofHeader(header);
        if (stated != null && votes.keySet().stream().allMatch(o -> o == stated)) {
            return new DateOrder(stated, ambiguous, false);
        }
        if (votes.size() == 1) {
            return new DateOrder(votes.keySet().iterator().next(), ambiguous, false);
        }
        boolean onlyIso = votes.isEmpty() && ambiguous == 0 && iso > 0;
        return new DateOrder(onlyIso ? Order.YEAR_MONTH_DAY : null, ambiguous, votes.size() > 1);
    }

    /// Whether a person must say the order, because cells stay empty without it.
    boolean isUndecided() {
        return order == null && ambiguous > 0;
    }

    /// The order a header itself states: « (JJ/MM/AAAA) ».
    private static @Nullable Order ofHeader(String header) {
        String plain = Words.plain(header).replaceAll("[^a-z]", "");
        if (plain.contains("jjmmaa") || plain.contains("ddmmyy") || plain.contains("jma")) {
            return Order.DAY_MONTH_YEAR;
        }
        if (plain.contains("mmjjaa") || plain.contains("mmddyy")) {
            return Order.MONTH_DAY_YEAR;
        }
        return plain.contains("aammjj") || plain.contains("yymmdd") || plain.contains("aaaammjj")
                ? Order.YEAR_MONTH_DAY
                : null;
    }
}
