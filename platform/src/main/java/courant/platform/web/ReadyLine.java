package courant.platform.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says on standard output, in one line, where the first page can be read; scripts wait for it.
@Component
@ConditionalOnProperty("courant.says-ready")
class ReadyLine {
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            System.out.println("prêt http://localhost:" + context.getWebServer().getPort());
            System.out.flush();
        }
    }
}
