package courant.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What a command gives back: the same content as sentences for a person and as JSON for a script.
///
/// @param exit how it ended
/// @param json one JSON object, keys in the order of the contract
/// @param text sentences, may have several lines, without the last line end
record Answer(ExitCode exit, SequencedMap<String, Object> json, String text) {
    static Answer done(SequencedMap<String, Object> json, String text) {
        return new Answer(ExitCode.DONE, json, text);
    }

    static Answer done(Map<String, Object> json, String text) {
        return new Answer(ExitCode.DONE, new LinkedHashMap<>(json), text);
    }
}
