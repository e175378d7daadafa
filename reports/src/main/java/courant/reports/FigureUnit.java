package courant.reports;

/// What a figure counts, and with it how every writer shows it.
public enum FigureUnit {
    /// Canadian dollars, whole.
    CAD,
    /// Percentage points: 61 is 61 %.
    PERCENT,
    /// Things counted.
    COUNT,
    /// Tonnes of CO2 equivalent, one decimal.
    TONNES,
    /// Kilometres, whole.
    KM,
    /// Hours, whole.
    HOURS,
    /// A year of the calendar, never grouped.
    YEAR,
    /// A plain number with as many decimals as it was given.
    NUMBER,
    /// No number.
    TEXT
}
