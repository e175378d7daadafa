package courant.platform.accounts.internal;

import courant.platform.web.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// A cookie by which a browser holds a secret; scripts cannot read it, other sites cannot send it with what changes
/// something.
///
/// @param name as the browser keeps it
/// @param life how long the browser keeps it
record SecretCookie(String name, Duration life) {
    Optional<Secret> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst()
                        .flatMap(cookie -> Secret.of(cookie.getValue()));
    }

    void give(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        send(secret.text(), life, request, response);
    }

    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        send("", Duration.ZERO, request, response);
    }

    private void send(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
