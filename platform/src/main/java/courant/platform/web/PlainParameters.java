package courant.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leaves out of every parameter the control characters that no keyboard types: a clipboard carries them along, the
/// database takes no text with U+0000, and nobody sees them. Ends of lines and tabs stay.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class PlainParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Plain(request), response);
    }

    private static String clean(String value) {
        return value.replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]", "");
    }

    private static final class Plain extends HttpServletRequestWrapper {
        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : plain(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> plain = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> plain.put(name, plain(values)));
            return Collections.unmodifiableMap(plain);
        }

        private static String[] plain(String[] values) {
            String[] plain = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                plain[i] = clean(values[i]);
            }
            return plain;
        }
    }
}
