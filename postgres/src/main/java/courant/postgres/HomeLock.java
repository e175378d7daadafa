package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One Java process at a time owns a home. The system frees the lock when its holder dies, however it dies.
final class HomeLock implements AutoCloseable {
    /// Homes held by this process. Asked first: closing a second channel on the file would free the first one's
    /// lock.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws DatabaseException when another process, or another part of this one, holds the home
    static HomeLock take(Layout layout) throws IOException {
        Path file = layout.lock();
        if (!HELD_HERE.add(file)) {
            throw inUse(layout, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(layout, Files.readString(file).strip());
            }
            signWith(channel, ProcessHandle.current().pid());
            taken = true;
            return new HomeLock(file, channel);
        } finally {
            if (!taken) {
                closeQuietly(channel);
                HELD_HERE.remove(file);
            }
        }
    }

    private static DatabaseException inUse(Layout layout, String holder) {
        return DatabaseProblem.of(Kind.HOME_IN_USE, layout.home(), holder).refused();
    }

    private static void signWith(FileChannel channel, long pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static void closeQuietly(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /// Does nothing the second time: by then the home may have another holder.
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
