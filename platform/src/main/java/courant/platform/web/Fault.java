package courant.platform.web;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;

/// A fault of ours under a number that the reader and the log share, such as `261125-7f3a9c`.
public record Fault(String number) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Fault on(LocalDate day) {
        byte[] bytes = new byte[3];
        RANDOM.nextBytes(bytes);
        return new Fault("%ty%<tm%<td-%s".formatted(day, HexFormat.of().formatHex(bytes)));
    }
}
