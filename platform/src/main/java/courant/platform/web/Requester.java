package courant.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where a request comes from, as a hash: enough to count requests from one place, not to tell which place it was.
public final class Requester {
    private Requester() {}

    /// @param purpose what is counted; the same place has another hash for another purpose
    /// @return hexadecimal SHA-256
    public static String hash(HttpServletRequest request, String purpose) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("courant." + purpose + " " + request.getRemoteAddr()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
