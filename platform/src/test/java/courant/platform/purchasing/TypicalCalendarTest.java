package courant.platform.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import courant.facts.FactTables;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TypicalCalendarTest {
    @Test
    void aNoticeOfJanuary15ClosesOnTheThirtiethAtTheEarliestAndComplaintsOnTheTwentyFifth() {
        LocalDate notice = LocalDate.of(2027, 1, 15);
        // 15 days; 30 under a treaty; half of 15 is 8, less than the 10 that complaints are left at least.
        assertThat(TypicalCalendar.from(notice, FactTables.facts().asOf(notice)))
                .isEqualTo(new TypicalCalendar(
                        notice, LocalDate.of(2027, 1, 30), LocalDate.of(2027, 2, 14), LocalDate.of(2027, 1, 25)));
    }
}
