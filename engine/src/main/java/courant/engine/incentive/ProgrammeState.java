package courant.engine.incentive;

import java.util.Locale;

/// Whether a municipality may count on a programme.
public enum ProgrammeState {
    /// Open, and the source says that municipalities are eligible.
    CONFIRMED,
    /// Open or announced, but eligibility, terms or renewal were not read.
    TO_CONFIRM,
    /// Ended, used up or suspended without a date.
    CLOSED;

    /// The word used in files, for example `to-confirm`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
