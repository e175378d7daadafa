package courant.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

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
            RedirectView redirect = new RedirectView(name.substring("redirect:".length()));
            redirect.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
            redirect.setExposeModelAttributes(false);
            return redirect;
        }
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(engine, template) : null;
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
            if (response.getContentType() == null) {
                response.setContentType(getContentType());
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
