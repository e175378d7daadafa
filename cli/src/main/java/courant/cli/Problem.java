package courant.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that is wrong with what a person gave, in the person's language.
///
/// @param where option, or file with sheet, line and column
/// @param found what stands there
/// @param expected what would have been right
/// @param advice what to do
record Problem(String where, String found, String expected, String advice) {
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("where", where);
        json.put("found", found);
        json.put("expected", expected);
        json.put("advice", advice);
        return json;
    }
}
