package courant.platform.purchasing;

import courant.engine.fact.Facts;
import java.time.LocalDate;

/// The first days the law allows after a notice is published, by the delays of the fact tables.
///
/// @param notice day of publication
/// @param closing first day on which bids may be closed, by the basic delay
/// @param treatyClosing first day when a trade agreement asks for more
/// @param complaints first day on which complaints may be closed, with the basic delay
public record TypicalCalendar(LocalDate notice, LocalDate closing, LocalDate treatyClosing, LocalDate complaints) {
    static final String BASIC_DELAY = "proc.delay_days.supply_below_ceta";
    static final String LONG_DELAY = "proc.delay_days.supply_ceta";
    static final String COMPLAINT_DAYS = "proc.complaint_deadline.min_days";

    /// The complaint deadline is half of the period away, and no less than its own minimum.
    static TypicalCalendar from(LocalDate notice, Facts facts) {
        long basic = days(facts, BASIC_DELAY);
        long half = (long) Math.ceil(basic * facts.value("proc.complaint_deadline.share_of_tender_period"));
        return new TypicalCalendar(
                notice,
                notice.plusDays(basic),
                notice.plusDays(days(facts, LONG_DELAY)),
                notice.plusDays(Math.max(half, days(facts, COMPLAINT_DAYS))));
    }

    private static long days(Facts facts, String id) {
        return Math.round(facts.value(id));
    }
}
