package courant.platform.database;

import courant.postgres.DatabaseAccess;
import courant.postgres.EmbeddedPostgres;

/// The database in use.
///
/// @param owner the role that owns its schema
/// @param stopping what to do with the server when the application ends: stop our own, leave another's alone
record Database(DatabaseAccess owner, Runnable stopping) implements AutoCloseable {
    static Database of(EmbeddedPostgres server) {
        return new Database(server.owner(), server::stop);
    }

    @Override
    public void close() {
        stopping.run();
    }
}
