package courant.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import courant.postgres.DatabaseAccess;
import courant.postgres.ExternalPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Starts or reaches the database, brings its schema up to date as the owner, and works under `courant_app`, a role
/// that row-level security binds.
@Configuration
class DatabaseConfiguration {
    private static final int MOST_CONNECTIONS = 10;

    /// The server that the URL names, else our own under the home folder.
    @Bean
    Database database(@Value("${courant.database-url}") String url, @Value("${courant.home}") Path home) {
        return url.isBlank()
                ? new OwnServer(home.resolve("postgres"))
                : new Database.Named(ExternalPostgres.of(url).check());
    }

    @Bean
    DatabaseAccess owner(Database database) {
        return database.owner();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseAccess owner) {
        Migrations.apply(owner);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("courant");
        pool.setJdbcUrl(owner.jdbcUrl());
        pool.setUsername(owner.user());
        pool.setPassword(owner.password());
        pool.addDataSourceProperty("currentSchema", Migrations.SCHEMA);
        pool.addDataSourceProperty("ApplicationName", "courant");
        // A day of a mandate or of a programme ends at midnight in Québec, wherever the server stands.
        pool.setConnectionInitSql("set role courant_app; set time zone 'America/Toronto'");
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        return new HikariDataSource(pool);
    }
}
