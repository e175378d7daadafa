package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The folder of the data: made whole or not at all, and only ever opened by the major version that made it.
record DataFolder(Layout layout, Account account) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    void refuseOtherMajorVersion(Bundle bundle) throws IOException {
        Path data = layout.data();
        if (!Files.exists(data)) {
            return;
        }
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw DatabaseProblem.of(Kind.FOLDER_NOT_DATABASE, data).refused();
        }
        String major = Files.readString(version).strip();
        if (!major.equals(bundle.majorVersion())) {
            throw DatabaseProblem.of(Kind.OTHER_MAJOR_VERSION, data, major, bundle.majorVersion())
                    .refused();
        }
    }

    /// @param superuserPassword of the new database
    void makeIfAbsent(Programs programs, String superuserPassword) throws IOException, InterruptedException {
        Folders.delete(layout.initialising());
        if (Files.exists(layout.data())) {
            return;
        }
        Path fresh = layout.initialising().resolve("data");
        Path passwordFile = layout.initialising().resolve("password");
        Files.createDirectory(layout.initialising());
        Folders.setPermissions(layout.initialising(), "rwx------");
        Folders.writeDurably(passwordFile, superuserPassword);
        Folders.give(layout.initialising(), account.owner());

        Command made = account.run(
                List.of(
                        programs.initdb(),
                        "--pgdata=" + fresh,
                        "--username=" + Provisioning.SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=fr-CA",
                        "--text-search-config=french",
                        "--data-checksums"),
                LIMIT);
        if (!made.succeeded()) {
            throw DatabaseProblem.of(Kind.INITIALISATION_FAILED, layout.home(), made.output())
                    .refused();
        }
        Folders.renameDurably(fresh, layout.data());
        Folders.delete(layout.initialising());
    }

    /// The account may have changed since the last start: an administrator made one, or moved the home.
    void giveToAccount() throws IOException {
        Files.createDirectories(layout.log());
        Folders.setPermissions(layout.log(), "rwx------");
        Folders.give(layout.log(), account.owner());
        Folders.give(layout.data(), account.owner());
    }

    /// Our settings replace what stands in the folder, so that a start never depends on an earlier one.
    void configure(int port) throws IOException {
        write("postgresql.conf", Settings.server(layout, port));
        write("pg_hba.conf", Settings.whoMayConnect());
    }

    private void write(String name, String text) throws IOException {
        Path file = layout.data().resolve(name);
        Path fresh = layout.data().resolve(name + ".new");
        Folders.writeDurably(fresh, text);
        Folders.give(fresh, account.owner());
        Folders.renameDurably(fresh, file);
    }
}
