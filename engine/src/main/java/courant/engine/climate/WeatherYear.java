package courant.engine.climate;

import courant.engine.fact.Grade;

/// The daily temperatures of one year at one place, 365 days from 1 January.
///
/// @param place name of the place it stands for
/// @param meanC mean temperature of each working day (6 h to 18 h), °C, length 365
/// @param minC lowest temperature of each day, °C, length 365
/// @param source how it was made
/// @param grade how sure it is: `low` when scaled from another place
public record WeatherYear(String place, double[] meanC, double[] minC, String source, Grade grade) {
    public static final int DAYS = 365;

    public WeatherYear {
        if (meanC.length != DAYS || minC.length != DAYS) {
            throw new IllegalArgumentException("The weather year of %s has %d and %d days; 365 are expected."
                    .formatted(place, meanC.length, minC.length));
        }
        meanC = meanC.clone();
        minC = minC.clone();
    }

    @Override
    public double[] meanC() {
        return meanC.clone();
    }

    @Override
    public double[] minC() {
        return minC.clone();
    }
}
