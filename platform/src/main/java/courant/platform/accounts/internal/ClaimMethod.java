package courant.platform.accounts.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the first person of a town proves to act for it.
public enum ClaimMethod {
    /// The address the person signed in with is of the town's official domain: proved already.
    DOMAIN,
    /// A code sent to the electronic address the town publishes.
    PUBLISHED_EMAIL,
    /// A code sent by post to the address the town publishes.
    PUBLISHED_POSTAL,
    /// Somebody of the team that runs this instance looks into it.
    ADMINISTRATOR;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ClaimMethod> of(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
    }
}
