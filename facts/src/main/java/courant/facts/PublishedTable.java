package courant.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/// A table that anyone may download: the very file the product calculates with, its sources, dates and grades beside
/// each value.
///
/// The directory of municipalities is not among them: the site publishes it with the commitments.
public enum PublishedTable {
    CATALOGUE_COMBUSTION,
    CATALOGUE_ELECTRIC,
    CLIMATE_PLACES,
    FACTS_CHARGING,
    FACTS_CLASSES,
    FACTS_ELECTRICITY,
    FACTS_EMISSIONS,
    FACTS_FUEL,
    FACTS_LAW,
    FACTS_MAINTENANCE,
    FACTS_PLAN,
    FACTS_PLATFORM,
    FACTS_TAXES,
    FACTS_WINTER,
    PROGRAMMES,
    PROGRAMME_AMOUNTS,
    WEATHER_MONTREAL;

    /// Its name as it is quoted, such as `facts-electricity.csv`.
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }

    /// The file as it ships, in UTF-8.
    public byte[] bytes() {
        try (InputStream in = Table.open(file())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
