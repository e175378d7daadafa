package courant.platform.database;

import courant.postgres.DatabaseAccess;
import courant.postgres.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own PostgreSQL, started again on the same port when it dies: what was confirmed is still there.
final class OwnServer implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(OwnServer.class);

    private final Path home;
    private final DatabaseAccess owner;
    private EmbeddedPostgres server;
    private boolean closed;

    OwnServer(Path home) {
        this.home = home;
        this.server = EmbeddedPostgres.start(home);
        this.owner = server.owner();
    }

    @Override
    public DatabaseAccess owner() {
        return owner;
    }

    @Override
    public synchronized void revive() {
        if (!closed && !server.isRunning()) {
            LOG.warn("The database server died; starting it again.");
            server.stop();
            server = EmbeddedPostgres.start(home, port());
        }
    }

    private int port() {
        return URI.create(owner.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.stop();
    }
}
