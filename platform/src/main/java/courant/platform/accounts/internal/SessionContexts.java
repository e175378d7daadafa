package courant.platform.accounts.internal;

import courant.platform.accounts.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Who makes a request, from the session its cookie names. Looked up only when somebody asks.
@Component
class SessionContexts implements SecurityContextRepository {
    static final SecretCookie COOKIE = new SecretCookie("courant_session", Duration.ofDays(14));

    private final SessionStore sessions;

    SessionContexts(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    /// Reads the session once, the first time it is asked for.
    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private Optional<SecurityContext> read = Optional.empty();
        private boolean nobody;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (read.isEmpty()) {
                Optional<Person> person = COOKIE.secret(request).flatMap(sessions::person);
                nobody = person.isEmpty();
                read = Optional.of(
                        person.map(SessionContexts::context).orElseGet(SecurityContextHolder::createEmptyContext));
            }
            return read.get();
        }

        @Override
        public boolean isGenerated() {
            get();
            return nobody;
        }
    }

    static SecurityContext context(Person person) {
        PreAuthenticatedAuthenticationToken token = new PreAuthenticatedAuthenticationToken(person, "", List.of());
        return new SecurityContextImpl(token);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /// Sessions begin and end by `SessionStore` alone.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return COOKIE.secret(request).isPresent();
    }
}
