package courant.platform.planning.internal;

import courant.platform.web.Fault;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(PlanningLimits.class)
class PlanningConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PlanningConfiguration.class);

    @Bean
    PlanQueue planQueue(PlanningLimits limits, Clock clock) {
        int workers = Math.min(limits.workers(), Runtime.getRuntime().availableProcessors());
        return new PlanQueue(workers, limits.waiting(), System::nanoTime, fault -> numbered(fault, clock));
    }

    private static String numbered(Throwable cause, Clock clock) {
        Fault fault = Fault.on(LocalDate.now(clock));
        LOG.error("Fault {} while planning", fault.number(), cause);
        return fault.number();
    }
}
