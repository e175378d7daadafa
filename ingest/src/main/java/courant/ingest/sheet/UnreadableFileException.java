package courant.ingest.sheet;

import java.util.List;

/// A whole file that cannot be read as a spreadsheet; carries the message's key so that it can be said in any language.
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public UnreadableFileException(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /// Key of the refusal in the message bundle, for example `pdf`.
    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
