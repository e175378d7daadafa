package courant.platform.accounts.internal;

import courant.platform.accounts.Access;
import courant.platform.accounts.Person;
import courant.platform.web.EnglishPages;
import courant.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What is particular to pages of somebody signed in: no browser keeps them, the page that opened them has no hold on
/// them, and they are in English only for an organisation that may.
@Configuration
class Guests implements WebMvcConfigurer, EnglishPages, HandlerInterceptor {
    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    private final JdbcClient database;
    private final Access access;
    private final Clock clock;
    private volatile Instant asked = Instant.MIN;
    private volatile boolean allowed;

    Guests(JdbcClient database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/actifs/**", "/films/**", "/medias/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean somebody = Person.acting().isPresent();
        if (somebody || signsIn(request)) {
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (!somebody) {
            return true;
        }
        response.setHeader("Cache-Control", "no-store");
        boolean english = !Page.prefix(request).isEmpty();
        if (english
                && request.getMethod().equals("GET")
                && request.getRequestURI().startsWith("/espace")) {
            boolean may = access.standing()
                    .post()
                    .map(post -> post.organisation().english())
                    .orElse(true);
            if (!may) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", request.getRequestURI());
                return false;
            }
        }
        return true;
    }

    private static boolean signsIn(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.startsWith("/connexion") || address.startsWith("/invitation");
    }

    /// As the organisation that runs this instance is recognised, or not; as last known while the database is away,
    /// since every request asks, that for its health included.
    @Override
    public boolean allowed() {
        Instant now = Instant.now(clock);
        if (asked.plus(REMEMBERED).isBefore(now)) {
            asked = now;
            allowed = read();
        }
        return allowed;
    }

    private boolean read() {
        try {
            return database.sql("select english from organisation where kind = 'operator'")
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException away) {
            return allowed;
        }
    }
}
