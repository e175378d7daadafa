package courant.postgres;

import courant.postgres.DatabaseProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The compressed PostgreSQL programs that the class path brings for this machine.
///
/// @param version as published, `18.6.0`
/// @param platform as published, `linux-x86_64`
/// @param archive the tar.xz
record Bundle(String version, String platform, URL archive) {

    static Bundle ofThisMachine() {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        String version = publishedVersion();
        URL archive = Bundle.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw DatabaseProblem.of(Kind.BINARIES_MISSING, platform, version).refused();
        }
        return new Bundle(version, platform, archive);
    }

    /// @param system `os.name` of Java
    /// @param processor `os.arch` of Java
    static String platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        boolean linux = os.equals("linux");
        boolean mac = os.startsWith("mac");
        if (!(linux || mac) || !(intel || arm)) {
            throw DatabaseProblem.of(Kind.PLATFORM_UNSUPPORTED, system + " " + processor)
                    .refused();
        }
        return (linux ? "linux-" : "darwin-") + (intel ? "x86_64" : "arm_64");
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    /// Name of the folder that holds the unpacked programs.
    String folderName() {
        return version + "-" + platform;
    }

    private static String publishedVersion() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Bundle.class.getResourceAsStream("bundle.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
