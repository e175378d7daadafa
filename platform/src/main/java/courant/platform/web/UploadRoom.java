package courant.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
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

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(30);

    private final Semaphore megabytes;
    private final Duration patience;

    @Autowired
    UploadRoom() {
        this(Runtime.getRuntime().maxMemory() / MEGABYTE, PATIENCE);
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
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
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
}
