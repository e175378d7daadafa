package courant.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Homes for tests. Each test gets a copy of one database made once, since making one takes seconds.
final class Homes {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of("/tmp");
    private static final long ENOUGH_BYTES = 1_000_000_000;

    private static @Nullable Path template;

    private Homes() {}

    /// An empty folder that every account can reach, in memory where Linux offers it: the tests kill processes,
    /// never the machine, so a disk adds nothing but waiting.
    static Path empty() throws IOException {
        return emptyIn(memoryRunsPrograms() ? MEMORY : DISK);
    }

    static Path emptyOnDisk() throws IOException {
        return emptyIn(DISK);
    }

    private static Path emptyIn(Path folder) throws IOException {
        return Files.createTempDirectory(
                folder,
                "courant-postgres-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private static boolean memoryRunsPrograms() throws IOException {
        Path mounts = Path.of("/proc/mounts");
        if (!Files.isReadable(mounts) || !Files.isWritable(MEMORY)) {
            return false;
        }
        boolean programs = Files.readAllLines(mounts).stream()
                .anyMatch(mount -> mount.contains(" " + MEMORY + " ") && !mount.contains("noexec"));
        return programs && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH_BYTES;
    }

    /// A home whose database exists and is stopped.
    static Path ready() throws IOException, InterruptedException {
        Path home = empty();
        copy(template(), home);
        return home;
    }

    private static synchronized Path template() throws IOException {
        if (template == null) {
            Path made = empty();
            EmbeddedPostgres.start(made).stop();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            template = made;
        }
        return template;
    }

    /// The programs as hard links, since nobody changes them.
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        link(from.resolve("binaries"), to.resolve("binaries"));
        for (String part : List.of("data", "log", "superuser.password", "courant.password")) {
            Process copy = new ProcessBuilder("cp", "-Rp", from.resolve(part).toString(), to.toString())
                    .inheritIO()
                    .start();
            if (copy.waitFor() != 0) {
                throw new IOException("cp failed");
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(target, Files.readSymbolicLink(file));
                } else if (Files.isDirectory(file)) {
                    Files.createDirectory(target);
                } else {
                    Files.createLink(target, file);
                }
            }
        }
    }

    static void delete(Path home) {
        try {
            Folders.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
