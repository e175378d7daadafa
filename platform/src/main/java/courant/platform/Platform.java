package courant.platform;

import courant.platform.database.Migrations;
import courant.postgres.DatabaseAccess;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts the web application. The command line calls these two methods by name.
@EnableScheduling
@SpringBootApplication
public class Platform {
    public static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }

    /// Brings the tables of a database up to this version, as its owner.
    public static void migrate(DatabaseAccess owner) {
        LoggingSystem.get(Platform.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Migrations.apply(owner);
    }
}
