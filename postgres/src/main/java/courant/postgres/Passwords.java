package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The passwords of the embedded database, each in a file that only its owner reads.
///
/// @param superuser of `postgres`, for our own housekeeping
/// @param owner of `courant`, who owns the database of the platform
record Passwords(String superuser, String owner) {
    private static final int BYTES = 24;

    /// A lost password of the owner is made anew, since the superuser can set it. That of the superuser cannot.
    static Passwords of(Layout layout) throws IOException {
        if (Files.exists(layout.data()) && !Files.exists(layout.superuserPassword())) {
            throw DatabaseProblem.of(Kind.PASSWORD_LOST, layout.superuserPassword(), layout.superuserPassword())
                    .refused();
        }
        return new Passwords(readOrMake(layout.superuserPassword()), readOrMake(layout.ownerPassword()));
    }

    private static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Folders.writeDurably(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }
}
