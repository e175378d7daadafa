package courant.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command understands, wherever they stand on the line.
@Command(name = "courant", sortOptions = false, sortSynopsis = false)
final class RootCommand {
    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT)
    @Nullable
    String language;

    @Option(names = "--as-of", paramLabel = "DATE", scope = ScopeType.INHERIT)
    @Nullable
    LocalDate asOf;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(names = "--version", versionHelp = true)
    boolean version;
}
