package courant.postgres;

import java.nio.file.Path;

/// The names of what lies in the folder of an embedded database.
///
/// @param home the folder itself, without symbolic links, so that it compares with what the system says of a
/// process
record Layout(Path home) {
    Path lock() {
        return home.resolve("lock");
    }

    /// One folder per version of the programs.
    Path binaries() {
        return home.resolve("binaries");
    }

    Path data() {
        return home.resolve("data");
    }

    /// Where a new database is made before it becomes `data`.
    Path initialising() {
        return home.resolve("initialising");
    }

    Path log() {
        return home.resolve("log");
    }

    /// What PostgreSQL says before its own log is open.
    Path startLog() {
        return home.resolve("start.log");
    }

    Path superuserPassword() {
        return home.resolve("superuser.password");
    }

    Path ownerPassword() {
        return home.resolve("courant.password");
    }

    Path postmasterPid() {
        return data().resolve("postmaster.pid");
    }
}
