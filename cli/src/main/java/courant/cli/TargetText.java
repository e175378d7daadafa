package courant.cli;

import courant.engine.fleet.TargetGroup;
import courant.engine.fleet.VehicleClass;
import courant.engine.plan.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Reads `--target CLASS-OR-GROUP:SHARE:YEAR`, for example `light:1.0:2030` or `pickup-half-ton:0,25:2030`.
///
/// @param messages sentences in the person's language
/// @param firstYear first budget year of the plan
/// @param lastYear last budget year of the plan
record TargetText(Messages messages, int firstYear, int lastYear) {

    /// @throws WrongUsageException naming the part that cannot be read
    Target read(String value) {
        String[] parts = value.strip().split(":", -1);
        if (parts.length != 3) {
            throw wrong(value, "target.form", value);
        }
        return new Target(
                scope(value, parts[0].strip()), share(value, parts[1].strip()), year(value, parts[2].strip()));
    }

    private String scope(String value, String text) {
        List<String> scopes = scopes();
        if (!scopes.contains(text)) {
            throw Spelling.nearest(text, scopes)
                    .map(meant -> wrong(value, "target.scope", text, meant))
                    .orElseGet(() -> wrong(value, "target.strange-scope", text));
        }
        return text;
    }

    private double share(String value, String text) {
        if (!text.matches("\\d+([.,]\\d+)?")) {
            throw wrong(value, "target.share", text);
        }
        double share = Double.parseDouble(text.replace(',', '.'));
        if (share > 1) {
            throw wrong(value, share <= 100 ? "target.percentage" : "target.share", text, String.valueOf(share / 100));
        }
        return share;
    }

    private int year(String value, String text) {
        if (!text.matches("\\d{4}")) {
            throw wrong(value, "target.year", text);
        }
        int year = Integer.parseInt(text);
        if (year < firstYear || year > lastYear) {
            throw wrong(value, "target.outside", text, String.valueOf(firstYear), String.valueOf(lastYear));
        }
        return year;
    }

    private static List<String> scopes() {
        return Stream.concat(
                        Arrays.stream(TargetGroup.values())
                                .filter(group -> group != TargetGroup.NONE)
                                .map(TargetGroup::id),
                        Arrays.stream(VehicleClass.values())
                                .filter(VehicleClass::isPlanned)
                                .map(VehicleClass::id))
                .toList();
    }

    private WrongUsageException wrong(String value, String key, Object... arguments) {
        return new WrongUsageException(new Problem(
                "--target " + value,
                messages.say(key + ".found", arguments),
                messages.say(key + ".expected", arguments),
                messages.say(key + ".advice", arguments)));
    }
}
