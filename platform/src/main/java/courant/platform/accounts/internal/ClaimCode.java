package courant.platform.accounts.internal;

import courant.platform.web.Secret;
import java.security.SecureRandom;
import java.util.Locale;

/// A code that a person copies from a letter: eight signs that cannot be taken for one another, `ABCD-2345`.
///
/// @param text with its hyphen
record ClaimCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int HALF = 4;

    static ClaimCode fresh() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 * HALF; i++) {
            text.append(i == HALF ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new ClaimCode(text.toString());
    }

    /// As a person types it: hyphen, spaces and capitals do not matter.
    static ClaimCode typed(String text) {
        String signs = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return new ClaimCode(
                signs.length() == 2 * HALF ? signs.substring(0, HALF) + "-" + signs.substring(HALF) : signs);
    }

    String hashHex() {
        return new Secret(text).hashHex();
    }
}
