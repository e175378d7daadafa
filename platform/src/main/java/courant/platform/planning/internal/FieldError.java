package courant.platform.planning.internal;

import java.util.Arrays;
import java.util.List;

/// What is wrong with one field of a form, said beside the field and in the summary above.
///
/// @param field id of the field
/// @param key key of the sentence in the message bundle
/// @param arguments arguments of the sentence
public record FieldError(String field, String key, List<Object> arguments) {
    public FieldError {
        arguments = List.copyOf(arguments);
    }

    FieldError(String field, String key, Object... arguments) {
        this(field, key, Arrays.asList(arguments));
    }
}
