package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once per version under the home.
///
/// The archive carries a checksum of its content, verified while it is unpacked. A list of the files and their
/// sizes is kept beside them and compared at each start: what a power cut or a cleaning tool damaged is unpacked
/// again.
///
/// @param folder holds `bin`, `lib` and `share`
record Programs(Path folder) {
    private static final String LIST = "files.list";
    private static final String UNPACKING = "unpacking";

    static Programs install(Layout layout, Bundle bundle) throws IOException {
        makeReachable(layout.binaries());
        Path folder = layout.binaries().resolve(bundle.folderName());
        if (!isWhole(folder)) {
            Path unpacking = layout.binaries().resolve(UNPACKING);
            Folders.delete(unpacking);
            unpack(bundle, unpacking);
            Folders.delete(folder);
            Folders.renameDurably(unpacking, folder);
        }
        return new Programs(folder);
    }

    /// Other versions, and what an unpacking that was cut off left behind.
    void deleteOthers() throws IOException {
        try (Stream<Path> versions = Files.list(folder.resolveSibling("."))) {
            for (Path version : versions.map(Path::normalize).toList()) {
                if (!version.equals(folder)) {
                    Folders.delete(version);
                }
            }
        }
    }

    String postgres() {
        return folder.resolve("bin/postgres").toString();
    }

    String initdb() {
        return folder.resolve("bin/initdb").toString();
    }

    private static boolean isWhole(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return false;
        }
        for (String line : Files.readAllLines(list)) {
            int space = line.indexOf(' ');
            Path file = folder.resolve(line.substring(space + 1));
            if (!Files.isRegularFile(file) || Files.size(file) != Long.parseLong(line.substring(0, space))) {
                return false;
            }
        }
        return true;
    }

    private static void unpack(Bundle bundle, Path target) throws IOException {
        makeReachable(target);
        List<String> list = new ArrayList<>();
        try (InputStream raw = new BufferedInputStream(bundle.archive().openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("Entry outside of the archive's folder: " + entry.getName());
                }
                unpackEntry(tar, entry, path);
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    list.add(Files.size(path) + " " + target.relativize(path));
                }
            }
        } catch (IOException damaged) {
            throw DatabaseProblem.of(Kind.BINARIES_UNUSABLE, target, damaged.getMessage())
                    .refused(damaged);
        }
        Files.write(target.resolve(LIST), list);
        Folders.setPermissions(target.resolve(LIST), "rw-r--r--");
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            makeReachable(path);
            return;
        }
        makeReachable(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Folders.setPermissions(path, program ? "rwxr-xr-x" : "rw-r--r--");
        }
    }

    /// Makes a folder that every account can pass through, whatever the user's mask says.
    private static void makeReachable(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            makeReachable(Objects.requireNonNull(folder.getParent()));
            Files.createDirectory(folder);
            Folders.setPermissions(folder, "rwxr-xr-x");
        }
    }
}
