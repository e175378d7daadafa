package courant.platform.accounts.internal;

import courant.platform.accounts.internal.IdentityStore.Asked;
import courant.platform.web.EmailAddress;
import courant.platform.web.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// OpenID Connect, authorization code flow with PKCE (OpenID Connect Core 1.0; RFC 7636). Spring Security speaks
/// with the provider and checks what it answers: state, signature, issuer, audience, dates, nonce.
@Component
class ProviderSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ENGLISH = "en";
    private static final String FRENCH = "fr";

    private final Providers providers;
    private final IdentityStore store;
    private final OidcAuthorizationCodeAuthenticationProvider protocol =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    private final String publicUrl;

    ProviderSignIn(Providers providers, IdentityStore store, @Value("${courant.public-url}") String publicUrl) {
        this.providers = providers;
        this.store = store;
        this.publicUrl = publicUrl;
    }

    /// @param browser secret by which the browser is known when it comes back
    /// @param address of the provider, to which the person goes
    record Departure(Secret browser, String address) {}

    /// @param account to attach the identity to, null to sign in
    /// @param english whether the person reads English, which her way back tells
    /// @return nothing when the provider does not answer
    Optional<Departure> depart(Provider provider, @Nullable Long account, String wanted, boolean english) {
        Asked asked = new Asked(
                account,
                provider.id(),
                (english ? ENGLISH : FRENCH) + Secret.fresh().text(),
                Secret.fresh().text(),
                Secret.fresh().text(),
                wanted);
        try {
            OAuth2AuthorizationRequest request = inTime(() -> request(provider, asked));
            return Optional.of(new Departure(store.keep(asked), request.getAuthorizationRequestUri()));
        } catch (CompletionException away) {
            LOG.warn("The provider {} does not answer as it should.", provider.id(), away);
            return Optional.empty();
        }
    }

    /// Whether who comes back with this state left from an English page.
    static boolean leftInEnglish(String state) {
        return state.startsWith(ENGLISH);
    }

    private ClientRegistration registration(Provider provider) {
        return providers.registration(provider, returnAddress(provider));
    }

    /// What the provider must be told once, by whoever runs this instance.
    private String returnAddress(Provider provider) {
        return publicUrl + "/connexion/fournisseur/" + provider.id() + "/retour";
    }

    /// The same request is made again from what was kept, when the person comes back.
    private OAuth2AuthorizationRequest request(Provider provider, Asked asked) {
        ClientRegistration registration = registration(provider);
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(returnAddress(provider))
                .scopes(registration.getScopes())
                .state(asked.state())
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        sha256(asked.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        sha256(asked.codeVerifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .attributes(Map.of(
                        OidcParameterNames.NONCE,
                        asked.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        asked.codeVerifier()))
                .build();
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Who came back, with what was asked.
    record Arrival(Asked asked, Identity identity) {}

    /// @param code what the provider gave the browser for us
    /// @return nothing when this browser asked for nothing, or the provider does not confirm
    Optional<Arrival> arrive(Provider provider, Secret browser, String code, String state) {
        return store.take(browser)
                .filter(asked -> asked.provider().equals(provider.id()))
                .flatMap(
                        asked -> confirmed(provider, asked, code, state).map(identity -> new Arrival(asked, identity)));
    }

    private Optional<Identity> confirmed(Provider provider, Asked asked, String code, String state) {
        try {
            OidcUser user = inTime(() -> user(provider, asked, code, state));
            return Optional.of(identity(provider, user));
        } catch (CompletionException refused) {
            LOG.warn("The provider {} did not confirm who came back: {}", provider.id(), refused.toString());
            return Optional.empty();
        }
    }

    private OidcUser user(Provider provider, Asked asked, String code, String state) {
        Authentication confirmed = protocol.authenticate(new OAuth2LoginAuthenticationToken(
                registration(provider),
                new OAuth2AuthorizationExchange(
                        request(provider, asked),
                        OAuth2AuthorizationResponse.success(code)
                                .redirectUri(returnAddress(provider))
                                .state(state)
                                .build())));
        return (OidcUser)
                Objects.requireNonNull(Objects.requireNonNull(confirmed).getPrincipal());
    }

    /// Nobody waits longer for a provider than for a page.
    ///
    /// @throws CompletionException when it answered too late, or not as it should
    private static <T> T inTime(Supplier<T> question) {
        return CompletableFuture.supplyAsync(
                        question,
                        task -> Thread.ofPlatform().daemon().name("provider").start(task))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// A provider speaks for the addresses of its own domains, and for those it verified: its people could name
    /// anybody's otherwise.
    private static Identity identity(Provider provider, OidcUser user) {
        Optional<EmailAddress> vouched = Optional.ofNullable(user.getEmail())
                .flatMap(EmailAddress::read)
                .filter(email -> provider.emailsManaged() || Boolean.TRUE.equals(user.getEmailVerified()))
                .filter(email -> provider.domains().stream()
                        .anyMatch(domain -> domain.toLowerCase(Locale.ROOT).equals(email.domain())));
        return new Identity(
                provider.id(),
                Objects.requireNonNull(user.getIssuer()).toString(),
                Objects.requireNonNull(user.getSubject()),
                vouched);
    }
}
