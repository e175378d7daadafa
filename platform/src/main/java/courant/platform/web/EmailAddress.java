package courant.platform.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address of electronic mail, in lower case. It has no space and no line end, so that it fits in a header.
///
/// @param value the address
public record EmailAddress(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}");

    public static Optional<EmailAddress> read(String typed) {
        String stripped = typed.strip();
        return FORM.matcher(stripped).matches()
                ? Optional.of(new EmailAddress(stripped.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
