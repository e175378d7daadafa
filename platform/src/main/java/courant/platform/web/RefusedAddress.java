package courant.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the server answers by itself, before any page of ours is asked: an address with a null byte, or one that no
/// standard allows. A few sentences in French, where it would otherwise speak English.
final class RefusedAddress extends ErrorReportValve {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr-CA">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · %2$s</title>
            </head>
            <body>
            <h1>%1$s</h1>
            <p>%3$s</p>
            <p><a href="/">%4$s</a></p>
            </body>
            </html>
            """;

    private final Words words = Words.of(Locale.CANADA_FRENCH);

    @Configuration(proxyBeanMethods = false)
    static class Installed {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedAddresses() {
            return factory -> factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new RefusedAddress()));
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            write(response, status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Response response, int status) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer writer = response.getReporter();
        if (writer == null) {
            return;
        }
        String key = status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "error.fault" : "error.unreadable";
        writer.write(PAGE.formatted(
                words.say(key + ".title"), words.say("site.title"), words.say(key + ".text"), words.say("error.home")));
        response.finishResponse();
    }
}
