package courant.platform.web;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock of the application, in the time of Québec.
@Configuration
class ClockConfiguration {
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("America/Toronto"));
    }
}
