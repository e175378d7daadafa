package courant.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// What the other Java process of a test does.
final class OtherMain {
    private OtherMain() {}

    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "hold" -> hold(path);
                case "whoami" -> whoami(path);
                case "backup" -> print(Backup.write(access(arguments), path));
                case "restore" -> print(Backup.restore(path, access(arguments)));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (DatabaseException refused) {
            System.out.println("refused " + refused.problem().kind() + " "
                    + refused.problem().details());
        }
    }

    /// Starts a database, says where it is, and keeps it until the input ends.
    private static void hold(Path home) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            System.out.println(postgres.owner().jdbcUrl());
            while (System.in.read() >= 0) {
                // Waits.
            }
        }
    }

    /// The account that owns the data, as a number.
    private static void whoami(Path home) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            System.out.println(Folders.owner(home.resolve("data")) + " " + postgres.isRunning());
        }
    }

    private static DatabaseAccess access(String[] arguments) {
        return new DatabaseAccess(arguments[2], arguments[3], arguments[4]);
    }

    private static void print(BackupReceipt receipt) {
        System.out.println("tables " + receipt.tables() + " rows " + receipt.rows());
    }
}
