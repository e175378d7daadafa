package courant.platform.database;

import courant.postgres.DatabaseAccess;
import org.flywaydb.core.Flyway;

/// The tables, brought up to this version.
public final class Migrations {
    static final String SCHEMA = "courant";

    private Migrations() {}

    /// @param owner of the schema
    public static void apply(DatabaseAccess owner) {
        Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .schemas(SCHEMA)
                .locations("classpath:courant/platform/migrations")
                .load()
                .migrate();
    }
}
