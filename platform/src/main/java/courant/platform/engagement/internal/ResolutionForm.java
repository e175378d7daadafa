package courant.platform.engagement.internal;

import courant.platform.web.Typed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The number and the day of a resolution, as typed. All that is wrong is said at once, each with its reason.
record ResolutionForm(String number, String session) {
    private static final int LONGEST_NUMBER = 60;

    /// Between which days the session may have been held, and what is said of another.
    ///
    /// @param early key of what is said of a day before the first
    /// @param late key of what is said of a day after the last
    record Days(LocalDate first, String early, LocalDate last, String late) {
        /// A resolution is declared while its term still runs, and not before the last one was withdrawn.
        static Days ofAdoption(LocalDate today, List<Commitment> withdrawn) {
            LocalDate oldest = Commitment.oldestSession(today);
            LocalDate left = withdrawn.stream()
                    .map(Commitment::withdrawnOn)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(LocalDate.MIN);
            return left.isAfter(oldest)
                    ? new Days(left, "commitment.session.withdrawn", today, "commitment.session.future")
                    : new Days(oldest, "commitment.session.old", today, "commitment.session.future");
        }

        private String fault(LocalDate day) {
            return day.isBefore(first) ? early : day.isAfter(last) ? late : "";
        }
    }

    /// Keys of what is wrong, by the name of the field.
    Map<String, String> faults(Days days) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!Commitment.Resolution.isNumbered(number)) {
            faults.put("numero", "commitment.number.error");
        }
        String fault = Typed.day(session).map(days::fault).orElse("commitment.date.error");
        if (!fault.isEmpty()) {
            faults.put("seance", fault);
        }
        return faults;
    }

    /// The same for a resolution that engages, which none of those before did.
    Map<String, String> faultsOfAdoption(LocalDate today, List<Commitment> withdrawn) {
        Map<String, String> faults = faults(Days.ofAdoption(today, withdrawn));
        boolean used = withdrawn.stream()
                .flatMap(earlier -> Stream.of(earlier.resolutionNumber(), earlier.withdrawalNumber()))
                .anyMatch(Typed.line(number, LONGEST_NUMBER)::equalsIgnoreCase);
        if (used) {
            faults.put("numero", "commitment.number.used");
        }
        return faults;
    }

    /// When nothing is wrong.
    Commitment.Resolution resolution() {
        return new Commitment.Resolution(
                Typed.line(number, LONGEST_NUMBER), Typed.day(session).orElseThrow());
    }
}
