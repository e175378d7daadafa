package courant.engine.climate;

/// A place with design temperatures and monthly means.
///
/// @param name name of the place
/// @param latitude degrees north
/// @param longitude degrees east (negative in Québec)
/// @param elevationM elevation, m
/// @param january25C temperature under which 2.5 % of the hours of January fall, °C
/// @param january1C temperature under which 1 % of the hours of January fall, °C
/// @param monthlyMeanC mean temperature of each month, °C, length 12
public record ClimatePlace(
        String name,
        double latitude,
        double longitude,
        double elevationM,
        double january25C,
        double january1C,
        double[] monthlyMeanC) {
    public ClimatePlace {
        if (monthlyMeanC.length != 12) {
            throw new IllegalArgumentException(
                    "Place %s has %d monthly means; 12 are expected.".formatted(name, monthlyMeanC.length));
        }
        if (!(january1C < january25C && january25C < monthlyMeanC[0])) {
            throw new IllegalArgumentException("""
                    Place %s has the January temperatures 1 %% %s, 2.5 %% %s, mean %s.
                    Maybe two columns are swapped: the rarer the colder.""".formatted(name, january1C, january25C, monthlyMeanC[0]));
        }
        monthlyMeanC = monthlyMeanC.clone();
    }

    @Override
    public double[] monthlyMeanC() {
        return monthlyMeanC.clone();
    }

    /// Great-circle distance to a point, km.
    public double distanceKm(double otherLatitude, double otherLongitude) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(otherLatitude);
        double dPhi = phi2 - phi1;
        double dLambda = Math.toRadians(otherLongitude - longitude);
        double a =
                Math.pow(Math.sin(dPhi / 2), 2) + Math.cos(phi1) * Math.cos(phi2) * Math.pow(Math.sin(dLambda / 2), 2);
        return 2 * 6371 * Math.asin(Math.sqrt(a));
    }
}
