package courant.facts;

import courant.engine.climate.ClimatePlace;
import courant.engine.climate.Municipality;
import courant.engine.climate.WeatherScaling;
import courant.engine.climate.WeatherYear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The local municipalities of Québec: found by code or by name, each with its winter.
public final class Directory {
    private static final int SUGGESTIONS = 5;

    private final TreeMap<String, Municipality> byCode;
    private final Map<String, String> strictNames;
    private final Map<String, List<Municipality>> byStrictName;
    private final Map<String, List<Municipality>> byLooseName;

    /// @throws IllegalArgumentException when a code stands twice, or there is no municipality at all
    public Directory(List<Municipality> municipalities) {
        byCode = new TreeMap<>();
        for (Municipality municipality : municipalities) {
            Municipality other = byCode.put(municipality.code(), municipality);
            if (other != null) {
                throw new IllegalArgumentException("The code %s belongs to both %s and %s."
                        .formatted(municipality.code(), other.name(), municipality.name()));
            }
        }
        if (byCode.isEmpty()) {
            throw new IllegalArgumentException("The directory holds no municipality.");
        }
        strictNames = byCode.values().stream()
                .collect(Collectors.toMap(
                        Municipality::code, m -> MunicipalName.of(m.name()).strict()));
        byStrictName = grouped(m -> MunicipalName.of(m.name()).strict());
        byLooseName = grouped(m -> MunicipalName.of(m.name()).loose());
    }

    /// The directory that ships with the product (MAMH, April 2026).
    public static Directory bundled() {
        return Bundled.ALL;
    }

    /// Municipalities that exist in examples and demonstrations alone.
    public static List<Municipality> invented() {
        return Bundled.INVENTED.municipalities();
    }

    /// The official directory of municipalities (`MUN.csv`, also gzipped, UTF-8 or Windows-1252), as a whole.
    ///
    /// @return the directory with the counts and refused rows; coordinates, which the file lacks, come from ours
    /// @throws TableException when the file is empty, truncated or no directory at all
    public static DirectoryImport read(Path csv) throws IOException {
        return DirectoryFiles.readOfficial(csv, bundled());
    }

    /// A directory stored by [#save].
    ///
    /// @throws TableException when the file was damaged
    public static Directory load(Path csv) throws IOException {
        return DirectoryFiles.load(csv);
    }

    /// Stores it whole: the file appears complete or not at all.
    public void save(Path csv) throws IOException {
        DirectoryFiles.save(this, csv);
    }

    /// All municipalities, in order of code.
    public List<Municipality> municipalities() {
        return List.copyOf(byCode.values());
    }

    /// The municipality of a code or a name; accents, hyphens, case, articles and St/Ste are forgiven. The invented
    /// municipalities of the examples are found too, though no directory lists them.
    ///
    /// @throws AmbiguousMunicipalityException when several bear the name
    /// @throws UnknownMunicipalityException when none does
    public Municipality resolve(String codeOrName) {
        List<Municipality> found = find(codeOrName);
        if (found.isEmpty()) {
            found = Bundled.INVENTED.find(codeOrName);
        }
        if (found.isEmpty()) {
            throw new UnknownMunicipalityException(codeOrName, nearest(MunicipalName.of(codeOrName)));
        }
        if (found.size() > 1) {
            throw new AmbiguousMunicipalityException(codeOrName, found);
        }
        return found.getFirst();
    }

    /// A text with each « St » and « Ste » written « saint » and « sainte », as names are compared here.
    public static String spellingOutSaints(String text) {
        return MunicipalName.spellingOutSaints(text);
    }

    /// Municipalities whose name, or one of its words, begins with a text, or whose code does; accents, hyphens, case
    /// and St/Ste forgiven. Names that begin so come first, then the more populous.
    ///
    /// @param most how many at most
    public List<Municipality> beginning(String text, int most) {
        String start = MunicipalName.of(text).strict();
        if (start.isEmpty()) {
            return List.of();
        }
        Comparator<Municipality> wholeFirst =
                Comparator.comparing(m -> !strictName(m).startsWith(start));
        return byCode.values().stream()
                .filter(m -> m.code().startsWith(text.strip()) || (" " + strictName(m)).contains(" " + start))
                .sorted(wholeFirst
                        .thenComparing(Directory::population, Comparator.reverseOrder())
                        .thenComparing(Municipality::name))
                .limit(most)
                .toList();
    }

    private String strictName(Municipality municipality) {
        return strictNames.getOrDefault(municipality.code(), "");
    }

    private static int population(Municipality municipality) {
        Integer population = municipality.population();
        return population == null ? 0 : population;
    }

    private List<Municipality> find(String codeOrName) {
        Municipality coded = byCode.get(codeOrName.strip().toUpperCase(Locale.ROOT));
        if (coded != null) {
            return List.of(coded);
        }
        MunicipalName name = MunicipalName.of(codeOrName);
        List<Municipality> found = byStrictName.getOrDefault(name.strict(), List.of());
        return found.isEmpty() ? byLooseName.getOrDefault(name.loose(), List.of()) : found;
    }

    /// The weather year of a municipality: Montréal's typical year scaled to the design temperatures and monthly
    /// means of the nearest places. Without coordinates, the centre of its MRC, else of its region, stands for it.
    ///
    /// @throws IllegalArgumentException when no municipality of its region has coordinates
    public WeatherYear weather(Municipality municipality) {
        Point point = pointOf(municipality);
        ClimatePlace climate = ClimateTables.at(municipality.name(), point.latitude(), point.longitude());
        return WeatherScaling.scale(ClimateTables.MONTREAL_YEAR, ClimateTables.MONTREAL, climate);
    }

    private record Point(double latitude, double longitude) {}

    private Point pointOf(Municipality municipality) {
        List<Point> itself = points(List.of(municipality));
        if (!itself.isEmpty()) {
            return itself.getFirst();
        }
        List<Point> around = points(byCode.values().stream()
                .filter(m -> !m.mrc().isEmpty() && m.mrc().equals(municipality.mrc()))
                .toList());
        if (around.isEmpty()) {
            around = points(byCode.values().stream()
                    .filter(m -> m.region().equals(municipality.region()))
                    .toList());
        }
        if (around.isEmpty()) {
            throw new IllegalArgumentException("""
                    No municipality of the region %s has coordinates: the winter of %s cannot be told.
                    Maybe the region is misspelt in the imported directory.""".formatted(municipality.region(), municipality.name()));
        }
        return new Point(
                around.stream().mapToDouble(Point::latitude).average().orElseThrow(),
                around.stream().mapToDouble(Point::longitude).average().orElseThrow());
    }

    private static List<Point> points(List<Municipality> municipalities) {
        List<Point> points = new ArrayList<>();
        for (Municipality municipality : municipalities) {
            Double latitude = municipality.latitude();
            Double longitude = municipality.longitude();
            if (latitude != null && longitude != null) {
                points.add(new Point(latitude, longitude));
            }
        }
        return points;
    }

    @Nullable
    Municipality ofCode(String code) {
        return byCode.get(code);
    }

    /// Names within a slip or two of the keyboard; what resembles none gets none.
    private List<Municipality> nearest(MunicipalName name) {
        int farthest = Math.max(1, name.loose().length() * 2 / 5);
        Map<Municipality, Integer> distance = new HashMap<>();
        byCode.values().forEach(m -> distance.put(m, name.distance(MunicipalName.of(m.name()))));
        return byCode.values().stream()
                .filter(m -> Objects.requireNonNull(distance.get(m)) <= farthest)
                .sorted(Comparator.comparing(distance::get))
                .limit(SUGGESTIONS)
                .toList();
    }

    private Map<String, List<Municipality>> grouped(Function<Municipality, String> key) {
        return byCode.values().stream().collect(Collectors.groupingBy(key));
    }

    private static final class Bundled {
        static final Directory ALL = DirectoryFiles.bundled();
        static final Directory INVENTED = DirectoryFiles.invented();
    }
}
