package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// A PostgreSQL server of our own, made of the programs on the class path and a folder.
///
/// Everything lies in that folder, the home: programs, data, passwords, log. One Java process at a time may use it.
/// A commit that was acknowledged survives the death of this process, of the server, and of the machine; the next
/// start tidies up whatever the last one left. The server listens on 127.0.0.1 only and lets nobody in without a
/// password.
///
/// Stopping is the caller's duty: a shutdown hook of ours would run while the caller still needs the database.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int ANY_PORT = 0;
    private static final int PORT_ATTEMPTS = 5;
    /// Of `postmaster.pid`, from 0.
    private static final int PORT_LINE = 3;
    private static final Duration LEFTOVER_MEMORY_LIMIT = Duration.ofSeconds(10);
    private static final Duration LEFTOVER_MEMORY_POLL = Duration.ofMillis(300);

    private final HomeLock lock;
    private final Server server;
    private final DatabaseAccess superuser;
    private final DatabaseAccess owner;

    private EmbeddedPostgres(HomeLock lock, Server server, DatabaseAccess superuser, DatabaseAccess owner) {
        this.lock = lock;
        this.server = server;
        this.superuser = superuser;
        this.owner = owner;
    }

    /// Starts on a free port that the system chooses.
    ///
    /// @param home made when absent
    /// @return the server, ready for sessions
    /// @throws DatabaseException when it cannot start; says what to do, and leaves the data untouched
    public static EmbeddedPostgres start(Path home) {
        return start(home, ANY_PORT);
    }

    /// Starts on a port of the caller's choice.
    ///
    /// @param port 0 for any free one
    public static EmbeddedPostgres start(Path home, int port) {
        try {
            Files.createDirectories(home);
            return startLocked(new Layout(home.toRealPath()), port);
        } catch (IOException failure) {
            throw DatabaseProblem.of(Kind.FOLDER_UNUSABLE, home, failure).refused(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw DatabaseProblem.of(Kind.START_FAILED, home, stopped).refused(stopped);
        }
    }

    private static EmbeddedPostgres startLocked(Layout layout, int port) throws IOException, InterruptedException {
        HomeLock lock = HomeLock.take(layout);
        Optional<EmbeddedPostgres> started = Optional.empty();
        try {
            started = Optional.of(startAlone(layout, port, lock));
            return started.get();
        } finally {
            if (started.isEmpty()) {
                lock.close();
            }
        }
    }

    private static EmbeddedPostgres startAlone(Layout layout, int port, HomeLock lock)
            throws IOException, InterruptedException {
        Bundle bundle = Bundle.ofThisMachine();
        Programs programs = Programs.install(layout, bundle);
        new Leftovers(layout).clear();
        programs.deleteOthers();

        Account account = Account.choose(layout, programs);
        DataFolder data = new DataFolder(layout, account);
        data.refuseOtherMajorVersion(bundle);
        Passwords passwords = Passwords.of(layout);
        data.makeIfAbsent(programs, passwords.superuser());
        data.giveToAccount();

        Ready ready = startOnPort(layout, programs, account, data, port);
        Provisioning provisioning = Provisioning.at(ready.port, passwords);
        boolean provisioned = false;
        try {
            provisioning.apply(layout);
            provisioned = true;
        } catch (SQLException failure) {
            throw DatabaseProblem.of(Kind.START_FAILED, layout.home(), failure.getMessage())
                    .refused(failure);
        } finally {
            if (!provisioned) {
                ready.server.stop();
            }
        }
        return new EmbeddedPostgres(lock, ready.server, provisioning.ownDatabase(), provisioning.owner());
    }

    private record Ready(Server server, int port) {}

    /// Between our choice of a free port and the server's use of it, another program may take it: then we choose
    /// again.
    private static Ready startOnPort(Layout layout, Programs programs, Account account, DataFolder data, int wanted)
            throws IOException, InterruptedException {
        if (wanted != ANY_PORT && !isFree(wanted)) {
            throw DatabaseProblem.of(Kind.PORT_TAKEN, "127.0.0.1:" + wanted, wanted)
                    .refused();
        }
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            int port = wanted == ANY_PORT ? freePort() : wanted;
            data.configure(port);
            Optional<Server> server = startWithoutLeftoverMemory(layout, programs, account);
            if (server.isPresent()) {
                return new Ready(server.get(), port);
            }
            if (isFree(port)) {
                break;
            }
        }
        throw DatabaseProblem.of(Kind.START_FAILED, layout.home(), Server.lastWords(layout))
                .refused();
    }

    /// Sessions of a killed server may hold its memory for a moment; PostgreSQL then refuses to start, rightly.
    private static Optional<Server> startWithoutLeftoverMemory(Layout layout, Programs programs, Account account)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LEFTOVER_MEMORY_LIMIT.toNanos();
        while (true) {
            Optional<Server> server = Server.start(layout, programs, account);
            boolean mayPass = Server.lastWords(layout).contains("is still in use") && System.nanoTime() < deadline;
            if (server.isPresent() || !mayPass) {
                return server;
            }
            Thread.sleep(LEFTOVER_MEMORY_POLL);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), ANY_PORT));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// The server that another process runs in this folder right now, for a backup taken while people work.
    ///
    /// @return empty when none answers there
    public static Optional<DatabaseAccess> running(Path home) {
        Layout layout = new Layout(home.toAbsolutePath().normalize());
        try {
            int port = Integer.parseInt(
                    Files.readAllLines(layout.postmasterPid()).get(PORT_LINE).strip());
            DatabaseAccess owner = Provisioning.at(port, Passwords.of(layout)).owner();
            owner.open().close();
            return Optional.of(owner);
        } catch (IOException | SQLException | IndexOutOfBoundsException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// The role `courant`, owner of the database `courant`: for migrations, backup and restore. It sees every row;
    /// the application works under a role of its own that the migrations make.
    public DatabaseAccess owner() {
        return owner;
    }

    /// For tests of what only a superuser can see.
    DatabaseAccess superuser() {
        return superuser;
    }

    /// Whether the server still runs; false also after it was killed from outside.
    public boolean isRunning() {
        return server.isAlive();
    }

    /// Cuts off open sessions and stops, within 5 s. Does nothing the second time.
    public void stop() {
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
