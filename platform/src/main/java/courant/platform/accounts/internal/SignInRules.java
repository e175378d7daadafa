package courant.platform.accounts.internal;

import courant.platform.web.Page;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/// Which addresses ask who you are. What a role allows is asked by `Access`, in the code of each page.
///
/// Requests of other sites are refused by `SameOrigin` and the headers set by `SecurityHeaders`: those of Spring
/// Security are off.
@Configuration
class SignInRules {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;

    @Bean
    SecurityFilterChain rules(HttpSecurity http, SessionContexts sessions) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/espace", "/espace/**", "/compte", "/compte/**", "/admin", "/admin/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(SignInRules::askWhoItIs))
                .build();
    }

    private static void askWhoItIs(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                Page.prefix(request) + "/connexion?suite=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /// Nobody signs in through Spring's own forms; without this, it would make up a user.
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new BadCredentialsException("People sign in by /connexion.");
        };
    }

    /// Argon2id with the parameters OWASP recommends for 19 MiB (Password Storage Cheat Sheet, 2024).
    @Bean
    PasswordEncoder passwords() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    }
}
