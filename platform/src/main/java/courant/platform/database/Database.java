package courant.platform.database;

import courant.postgres.DatabaseAccess;

/// The database in use: our own server, or one that somebody else runs.
interface Database extends AutoCloseable {
    /// The role that owns the schema.
    DatabaseAccess owner();

    /// Starts our own server again when it died under us; another's is not ours to start.
    void revive();

    /// Stops our own server; another's is left running.
    @Override
    void close();

    /// A server that somebody else runs.
    ///
    /// @param owner the role that owns the schema
    record Named(DatabaseAccess owner) implements Database {
        @Override
        public void revive() {}

        @Override
        public void close() {}
    }
}
