package courant.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets large uploads in only as long as the memory holds them: an upload stays in memory from its first byte to the
/// answer. The others wait their turn, and are sent away with the time after which to come back when it does not come.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class UploadRoom extends OncePerRequestFilter {
    private static final long MEGABYTE = 1 << 20;
    /// Largest form the server takes, in megabytes, and more than is ever counted for one.
    private static final int LARGEST = 64;
    /// The bytes as they came, as the form holds them, as they are read, and the rows made of them, twice over.
    private static final int TIMES_IN_MEMORY = 8;

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(30);

    private final Semaphore megabytes;
    private final Duration patience;

    @Autowired
    UploadRoom(@Value("${courant.upload-patience:20s}") Duration patience) {
        this(Runtime.getRuntime().maxMemory() / MEGABYTE, patience);
    }

    /// @param memory of the machine for us, megabytes
    /// @param patience longest wait for a turn
    UploadRoom(long memory, Duration patience) {
        this.megabytes = new Semaphore((int) Math.clamp(memory / TIMES_IN_MEMORY, LARGEST, Integer.MAX_VALUE), true);
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int size = size(request);
        if (!enters(size)) {
            response.setHeader("Retry-After", String.valueOf(COME_BACK_AFTER.toSeconds()));
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            request.getRequestDispatcher("/error").forward(new Unread(request), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            megabytes.release(size);
        }
    }

    /// Whole megabytes of the body, 0 below the first; the largest when the sender does not say.
    private static int size(HttpServletRequest request) {
        long bytes = request.getContentLengthLong();
        boolean unsaid = bytes < 0 && request.getHeader("Transfer-Encoding") != null;
        return unsaid ? LARGEST : (int) Math.clamp(bytes / MEGABYTE, 0, LARGEST);
    }

    private boolean enters(int size) {
        try {
            return size == 0 || megabytes.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The request as one without a body: to show a page, the error page would otherwise read the form.
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
