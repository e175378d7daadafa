package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import courant.facts.AmbiguousMunicipalityException;
import courant.facts.Directory;
import courant.facts.UnknownMunicipalityException;
import courant.platform.web.SiteAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The directory that this instance imported, else the one that ships with the product.
@Component
public class MunicipalityDirectory implements SiteAddresses {
    private static final int SIMILAR = 6;

    private final Directory directory;
    private final Map<String, Municipality> byCode;
    private final List<Municipality> all;
    private final SequencedMap<Region, Long> regions = new TreeMap<>(Comparator.comparing(Region::number));

    /// Invented municipalities belong to demonstrations alone.
    MunicipalityDirectory(@Value("${courant.home}") Path home, @Value("${courant.demonstration}") boolean demonstration)
            throws IOException {
        Path imported = home.resolve("municipalities.csv");
        Directory official = Files.exists(imported) ? Directory.load(imported) : Directory.bundled();
        directory = demonstration
                ? new Directory(Stream.concat(official.municipalities().stream(), Directory.invented().stream())
                        .toList())
                : official;
        all = directory.municipalities();
        byCode = all.stream().collect(Collectors.toMap(Municipality::code, Function.identity()));
        all.forEach(m -> regions.merge(Region.of(m), 1L, Long::sum));
    }

    public Directory directory() {
        return directory;
    }

    public List<Municipality> all() {
        return all;
    }

    /// Names of the MRCs, in order.
    public List<String> mrcs() {
        return all.stream()
                .map(Municipality::mrc)
                .filter(mrc -> !mrc.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// Municipalities of the territory of an MRC; none of no MRC.
    public List<Municipality> ofMrc(String mrc) {
        return mrc.isEmpty()
                ? List.of()
                : all.stream().filter(town -> town.mrc().equals(mrc)).toList();
    }

    public Optional<Municipality> ofCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// What a person may mean by a code or a name, best first.
    public List<Municipality> named(String typed) {
        return ofCode(typed)
                .map(List::of)
                .orElseGet(() -> exactly(typed).orElseGet(() -> find(typed, "").municipalities()));
    }

    private Optional<List<Municipality>> exactly(String typed) {
        List<Municipality> same =
                all().stream().filter(m -> m.name().equalsIgnoreCase(typed)).toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(same);
    }

    /// Regions by name, with the number of their municipalities.
    public SequencedMap<Region, Long> regions() {
        return regions;
    }

    /// What a person means by a name: those that begin so, or have a word that does, else the nearest.
    ///
    /// @param query as typed; blank for all
    /// @param region number of a region, empty for all
    Found find(String query, String region) {
        List<Municipality> within =
                all().stream().filter(m -> isWithin(m, region)).toList();
        if (query.isBlank()) {
            return new Found(within, false);
        }
        List<Municipality> beginning = directory.beginning(query, all.size()).stream()
                .filter(m -> isWithin(m, region))
                .toList();
        if (!beginning.isEmpty()) {
            return new Found(beginning, false);
        }
        return new Found(
                guesses(query).stream().filter(m -> isWithin(m, region)).toList(), true);
    }

    private static boolean isWithin(Municipality municipality, String region) {
        return region.isEmpty() || Region.of(municipality).number().equals(region);
    }

    private List<Municipality> guesses(String query) {
        try {
            return List.of(directory.resolve(query));
        } catch (AmbiguousMunicipalityException several) {
            return several.candidates();
        } catch (UnknownMunicipalityException none) {
            return none.suggestions();
        }
    }

    /// @param municipalities the answer, best first
    /// @param guessed whether none bears the name and these are only near it
    record Found(List<Municipality> municipalities, boolean guessed) {}

    /// Those nearest in population, of the same region first; a real municipality is never set beside an invented one.
    public List<Municipality> similar(Municipality municipality) {
        Integer population = municipality.population();
        if (population == null) {
            return List.of();
        }
        return all().stream()
                .filter(m -> !m.code().equals(municipality.code()) && m.population() != null)
                .filter(m -> m.invented() == municipality.invented())
                .sorted(Comparator.comparingDouble(m ->
                        Math.abs(Math.log((double) Objects.requireNonNull(m.population()) / Math.max(1, population)))
                                + (m.region().equals(municipality.region()) ? 0 : 0.5)))
                .limit(SIMILAR)
                .toList();
    }

    /// `/municipalites/{code}-{nom}`.
    public static String address(Municipality municipality) {
        return "/municipalites/" + municipality.code() + "-" + slug(municipality.name());
    }

    /// A name in plain letters, for addresses and files: `val-des-erables`.
    public static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Override
    public List<String> addresses() {
        return Stream.concat(
                        Stream.of("/municipalites", "/progres"), all().stream().map(MunicipalityDirectory::address))
                .toList();
    }

    @Override
    public List<String> downloads() {
        return List.of("/municipalites.csv", "/municipalites.json", "/progres.csv");
    }
}
