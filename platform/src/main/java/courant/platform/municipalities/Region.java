package courant.platform.municipalities;

import courant.engine.climate.Municipality;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of the 17 administrative regions.
///
/// @param number official number, two digits
/// @param name as a person writes it
public record Region(String number, String name) {
    private static final Map<String, Region> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern FORM = Pattern.compile("(.+) \\((\\d\\d)\\)");

    /// @throws IllegalArgumentException when the directory writes the region otherwise than `Estrie (05)`
    public static Region of(Municipality municipality) {
        return KNOWN.computeIfAbsent(municipality.region(), written -> read(municipality));
    }

    private static Region read(Municipality municipality) {
        Matcher matcher = FORM.matcher(municipality.region());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The region « %s » of %s is not written `name (number)`."
                    .formatted(municipality.region(), municipality.name()));
        }
        return new Region(matcher.group(2), matcher.group(1).replace("--", "–"));
    }
}
