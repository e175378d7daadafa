package courant.facts;

import courant.engine.climate.ClimatePlace;
import courant.engine.climate.WeatherYear;
import courant.engine.fact.Grade;
import java.util.Comparator;
import java.util.List;

/// Design temperatures of Québec places, and the typical year of Montréal.
final class ClimateTables {
    static final String PLACE_HEADER = "name,lat,lon,elevation_m,january_2_5_c,january_1_c,jan,feb,mar,apr,may,jun,jul,"
            + "aug,sep,oct,nov,dec,monthly_means_of,source";
    static final String WEATHER_HEADER = "day,mean_6_18_c,min_c,from_year";
    static final List<ClimatePlace> PLACES = places();
    static final WeatherYear MONTREAL_YEAR = montrealYear();
    /// The weather of Montréal was measured downtown.
    static final ClimatePlace MONTREAL = PLACES.stream()
            .filter(p -> p.name().equals("Montréal (city hall)"))
            .findFirst()
            .orElseThrow();

    private static final int NEIGHBOURS = 3;
    /// A place of the same name farther away is another one.
    private static final double NAMESAKE_KM = 60;

    private ClimateTables() {}

    /// The climate of a municipality: the place of its name when one lies near, else the three nearest places,
    /// weighted by the inverse square of the distance.
    static ClimatePlace at(String name, double latitude, double longitude) {
        List<ClimatePlace> near = PLACES.stream()
                .filter(p -> p.distanceKm(latitude, longitude) <= NAMESAKE_KM)
                .filter(p -> p.name().replaceAll(" \\(.*", "").equals(name))
                .limit(1)
                .toList();
        if (near.isEmpty()) {
            near = PLACES.stream()
                    .sorted(Comparator.comparingDouble(p -> p.distanceKm(latitude, longitude)))
                    .limit(NEIGHBOURS)
                    .toList();
        }
        double[] months = new double[12];
        double elevation = 0;
        double at25 = 0;
        double at1 = 0;
        double weights = 0;
        for (ClimatePlace place : near) {
            double km = Math.max(1, place.distanceKm(latitude, longitude));
            double weight = 1 / (km * km);
            weights += weight;
            elevation += weight * place.elevationM();
            at25 += weight * place.january25C();
            at1 += weight * place.january1C();
            double[] placeMonths = place.monthlyMeanC();
            for (int month = 0; month < 12; month++) {
                months[month] += weight * placeMonths[month];
            }
        }
        for (int month = 0; month < 12; month++) {
            months[month] /= weights;
        }
        return new ClimatePlace(name, latitude, longitude, elevation / weights, at25 / weights, at1 / weights, months);
    }

    private static List<ClimatePlace> places() {
        return Table.bundled("climate-places.csv", PLACE_HEADER).rows().stream()
                .map(ClimateTables::place)
                .toList();
    }

    private static ClimatePlace place(Table.Row row) {
        List<String> months =
                List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
        return new ClimatePlace(
                row.required("name"),
                row.number("lat"),
                row.number("lon"),
                row.number("elevation_m"),
                row.number("january_2_5_c"),
                row.number("january_1_c"),
                months.stream().mapToDouble(row::number).toArray());
    }

    private static WeatherYear montrealYear() {
        List<Table.Row> rows =
                Table.bundled("weather-montreal.csv", WEATHER_HEADER).rows();
        return new WeatherYear(
                "Montréal",
                rows.stream().mapToDouble(r -> r.number("mean_6_18_c")).toArray(),
                rows.stream().mapToDouble(r -> r.number("min_c")).toArray(),
                "année type de Montréal composée de mois mesurés de 2014 à 2018 (weatherstats.ca, données d'ECCC)",
                Grade.MEDIUM);
    }
}
