package courant.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The statements that let rows in unquestioned for one transaction, and those that bring every guard back.
///
/// All of them need the ownership of the tables only; `session_replication_role` would need a superuser.
final class Guards {
    private static final String ACTIVE_TRIGGERS = """
            from pg_trigger join pg_class on pg_class.oid = tgrelid
            where relnamespace = to_regnamespace('courant') and relkind = 'r'
            and not tgisinternal and tgenabled <> 'D'
            """;

    private static final String STRICT_KEYS = """
            from pg_constraint
            where connamespace = to_regnamespace('courant') and contype = 'f'
            and conparentid = 0 and not condeferrable
            """;

    private Guards() {}

    static void execute(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            statement.execute(sql);
        }
    }

    static List<String> restTriggers(Connection connection) throws SQLException {
        return Schema.strings(connection, """
                select format('alter table only %s disable trigger %I', tgrelid::regclass, tgname)
                """ + ACTIVE_TRIGGERS);
    }

    /// To be asked for while they are still active: it remembers for whom each one fires.
    static List<String> wakeTriggers(Connection connection) throws SQLException {
        return Schema.strings(connection, """
                select format('alter table only %s enable %s trigger %I', tgrelid::regclass,
                    case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
                """ + ACTIVE_TRIGGERS);
    }

    static List<String> softenKeys(Connection connection) throws SQLException {
        return Schema.strings(connection, """
                select format('alter table %s alter constraint %I deferrable initially deferred',
                    conrelid::regclass, conname)
                """ + STRICT_KEYS);
    }

    /// To be asked for while they are still strict.
    static List<String> hardenKeys(Connection connection) throws SQLException {
        return Schema.strings(connection, """
                select format('alter table %s alter constraint %I not deferrable', conrelid::regclass, conname)
                """ + STRICT_KEYS);
    }
}
