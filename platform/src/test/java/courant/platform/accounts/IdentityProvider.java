package courant.platform.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An organisation that vouches for one person, over HTTP on this machine, with what a dishonest or broken one would
/// change. It believes whoever comes, and holds to PKCE.
final class IdentityProvider implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strange;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    String subject = "marie-0001";
    String email = "";

    @Nullable
    Object emailVerified = true;

    String audience = "courant";
    boolean forges;
    boolean changesNonce;
    boolean expired;

    IdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        strange = new RSAKeyGenerator(2048).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, described()));
        server.createContext("/cles", exchange -> answer(exchange, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/jeton", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private Map<String, Object> described() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/autoriser",
                "token_endpoint",
                issuer() + "/jeton",
                "jwks_uri",
                issuer() + "/cles",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    /// Believes the person that comes with an address of ours, and sends her back.
    ///
    /// @return what she comes back with
    Back believe(String address) {
        Map<String, String> asked = query(URI.create(address).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return new Back(code, asked.getOrDefault("state", ""));
    }

    record Back(String code, String state) {}

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        try {
            if (asked == null
                    || !Objects.equals(asked.get("redirect_uri"), form.get("redirect_uri"))
                    || !sha256(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
                answer(exchange, 400, Map.of("error", "invalid_grant"));
                return;
            }
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            "rien",
                            "token_type",
                            "Bearer",
                            "expires_in",
                            60,
                            "id_token",
                            identity(asked)));
        } catch (GeneralSecurityException | JOSEException broken) {
            answer(exchange, 500, Map.of("error", "server_error"));
        }
    }

    private String identity(Map<String, String> asked) throws JOSEException {
        Instant now = Instant.now().minusSeconds(expired ? 3600 : 0);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", changesNonce ? "autre" : asked.get("nonce"));
        if (!email.isEmpty()) {
            claims.claim("email", email);
            if (emailVerified != null) {
                claims.claim("email_verified", emailVerified);
            }
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims.build());
        token.sign(new RSASSASigner(forges ? strange : key));
        return token.serialize();
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> second,
                        HashMap::new));
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
