package courant.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// `/en/…` is the page `…` in English, where the organisation that runs this instance may use it. Nothing else chooses
/// English: not the browser's language, not a cookie.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class EnglishAddresses extends OncePerRequestFilter {
    private final ObjectProvider<EnglishPages> english;

    EnglishAddresses(ObjectProvider<EnglishPages> english) {
        this.english = english;
    }

    /// What has no words has no language, and must answer without asking the database which are allowed.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/sante")
                || path.startsWith("/actifs/")
                || path.startsWith("/films/")
                || path.startsWith("/medias/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean asked = path.equals(Page.ENGLISH) || path.startsWith(Page.ENGLISH + "/");
        EnglishPages pages = english.getIfAvailable();
        boolean allowed = pages != null && pages.allowed();
        Page.offerEnglish(request, allowed);
        if (!asked) {
            chain.doFilter(request, response);
        } else if (allowed) {
            HttpServletRequest french = new Stripped(request);
            Page.speakEnglish(french);
            chain.doFilter(french, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /// The same request without `/en`.
    private static final class Stripped extends HttpServletRequestWrapper {
        private final String path;

        Stripped(HttpServletRequest request) {
            super(request);
            String rest = request.getRequestURI().substring(Page.ENGLISH.length());
            this.path = rest.isEmpty() ? "/" : rest;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            String whole = super.getRequestURL().toString();
            int start = whole.indexOf('/', whole.indexOf("://") + 3);
            return new StringBuffer(start < 0 ? whole : whole.substring(0, start)).append(path);
        }
    }
}
