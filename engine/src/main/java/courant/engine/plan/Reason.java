package courant.engine.plan;

import java.util.Arrays;
import java.util.List;

/// Why a line of the plan says what it says, to be worded in the reader's language from a message bundle.
///
/// @param key key of the sentence, `plan.reason.<key>` in the bundles
/// @param arguments numbers and names of the sentence, in the order of the bundle's placeholders
public record Reason(String key, List<Object> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, Arrays.asList(arguments));
    }
}
