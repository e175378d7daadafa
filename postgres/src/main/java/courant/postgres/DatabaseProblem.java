package courant.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing wrong with a database, its folder or a backup, told in French or in English.
///
/// @param kind what is wrong
/// @param where the folder, file, address or table
/// @param details the values that the sentences name, in the order of the message bundle
public record DatabaseProblem(Kind kind, String where, List<String> details) {
    public DatabaseProblem {
        details = List.copyOf(details);
    }

    static DatabaseProblem of(Kind kind, Object where, @Nullable Object... details) {
        return new DatabaseProblem(
                kind,
                where.toString(),
                Arrays.stream(details).map(String::valueOf).toList());
    }

    DatabaseException refused() {
        return new DatabaseException(this);
    }

    DatabaseException refused(Throwable cause) {
        return new DatabaseException(this, cause);
    }

    public String found(Locale language) {
        return say(language, "found");
    }

    public String expected(Locale language) {
        return say(language, "expected");
    }

    /// What to do.
    public String advice(Locale language) {
        return say(language, "advice");
    }

    /// The whole problem: where, what was found, what was expected, what to do.
    public String sentence(Locale language) {
        return new Messages(language).say("sentence", where, found(language), expected(language), advice(language));
    }

    private String say(Locale language, String part) {
        return new Messages(language).say(kind.key() + "." + part, details.toArray());
    }

    /// What can be wrong. A caller may switch on it; the words are in the message bundles.
    public enum Kind {
        PLATFORM_UNSUPPORTED,
        BINARIES_MISSING,
        BINARIES_UNUSABLE,
        FOLDER_UNUSABLE,
        HOME_IN_USE,
        ROOT_WITHOUT_ACCOUNT,
        FOLDER_NOT_DATABASE,
        OTHER_MAJOR_VERSION,
        PASSWORD_LOST,
        PORT_TAKEN,
        INITIALISATION_FAILED,
        START_FAILED,
        START_TOO_LONG,
        LEFTOVER_ALIVE,
        URL_UNREADABLE,
        SERVER_UNREACHABLE,
        LOGIN_REFUSED,
        SERVER_TOO_OLD,
        BACKUP_DAMAGED,
        BACKUP_UNKNOWN_FORMAT,
        BACKUP_NOT_WRITTEN,
        BACKUP_NOT_READABLE,
        BACKUP_HIDDEN_ROWS,
        BACKUP_OTHER_SCHEMA_VERSION,
        BACKUP_OTHER_TABLES,
        DATABASE_NOT_EMPTY,
        RESTORE_FAILED;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
