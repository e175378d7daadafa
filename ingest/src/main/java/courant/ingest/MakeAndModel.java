package courant.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A make, a model and perhaps a year written in one cell: `Ford F-150 2019`, `2019 Ford F-150`, `Ford / F-150`.
record MakeAndModel(String make, String model, @Nullable Integer year) {
    private static final Pattern YEAR = Pattern.compile("(?:^|[\\s,/(-])((?:19[5-9]|20[0-3])\\d)(?=$|[\\s,/)-])");
    private static final Pattern TWO_WORDS =
            Pattern.compile("(?i)^(john deere|western star|new holland|blue bird|pierce mfg|massey ferguson|arctic cat"
                    + "|harley davidson|land rover|mercedes benz|ski doo|can am|nova bus)\\b");

    static MakeAndModel of(String text) {
        Matcher m = YEAR.matcher(text);
        Integer year = m.find() ? Integer.valueOf(m.group(1)) : null;
        String rest = (year == null ? text : text.replace(String.valueOf(year), " "))
                .replaceAll("[\\s,(/)]+", " ")
                .strip();
        Matcher two = TWO_WORDS.matcher(rest);
        int cut = two.find() ? two.end() : rest.indexOf(' ');
        return cut < 0
                ? new MakeAndModel(rest, "", year)
                : new MakeAndModel(rest.substring(0, cut), rest.substring(cut).replaceFirst("^[\\s-]+", ""), year);
    }
}
