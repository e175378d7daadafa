package courant.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders the page `module/name` of `src/main/jte`, whole before the first byte is sent: a page that fails half-way
/// is an error page, never half a page.
final class JteViewResolver implements ViewResolver, Ordered {
    private final TemplateEngine engine;

    JteViewResolver(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:")) {
            return new SeeOtherView(name.substring("redirect:".length()));
        }
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(engine, template) : null;
    }

    /// Sends the reader to another page, in the language of the request.
    private record SeeOtherView(String address) implements View {
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", Page.prefix(request) + address);
        }
    }

    private record JteView(TemplateEngine engine, String template) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (value != null) {
                        parameters.put(name, value);
                    }
                });
            }
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            if (Page.isEnglish(request)) {
                writeEnglish(output, response);
                return;
            }
            if (response.getContentType() == null) {
                response.setContentType(getContentType());
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        /// Links of an English page lead to English pages.
        private void writeEnglish(Utf8ByteOutput output, HttpServletResponse response) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(output.getContentLength());
            output.writeTo(whole);
            String page = INSIDE.matcher(whole.toString(StandardCharsets.UTF_8))
                    .replaceAll(found -> found.group("kept") == null
                            ? found.group() + Page.ENGLISH.substring(1) + "/"
                            : Matcher.quoteReplacement(found.group()));
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            if (response.getContentType() == null) {
                response.setContentType(getContentType());
            }
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }

        /// The beginning of an address of a page of ours: not of a file, not of another site, not of French on purpose;
        /// or what somebody typed, which is kept as it is.
        private static final Pattern INSIDE = Pattern.compile(
                "(?s)(?<kept><(textarea|pre|code)\\b.*?</\\2>)|(?<= )(?:href|action|formaction|hx-get|hx-post)=\"/(?!/|en/|actifs/|medias/|films/|[^\"]*\"[^>]*hreflang)");
    }
}
