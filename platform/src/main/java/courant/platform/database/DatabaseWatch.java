package courant.platform.database;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every second whether our own server still lives.
@Component
class DatabaseWatch {
    private final Database database;

    DatabaseWatch(Database database) {
        this.database = database;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        database.revive();
    }
}
