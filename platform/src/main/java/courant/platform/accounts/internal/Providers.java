package courant.platform.accounts.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/// Organisations whose own accounts open ours, by OpenID Connect: a town's directory, a union's. The settings of the
/// instance name them, `courant.providers.NAME.issuer` and so on; there is none by default.
@Component
class Providers {
    private final Map<String, Provider> providers = new TreeMap<>();
    private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

    Providers(Environment settings) {
        Binder.get(settings)
                .bind("courant.providers", Bindable.mapOf(String.class, Settings.class))
                .orElseGet(Map::of)
                .forEach((id, read) -> providers.put(id, read.checked(id)));
    }

    /// What the settings say of a provider; Spring leaves out what they do not say.
    @SuppressWarnings("NullAway.Init")
    record Settings(
            String name,
            String issuer,
            String clientId,
            String clientSecret,
            List<String> domains,
            Boolean emailsManaged) {
        private Provider checked(String id) {
            if (!id.matches("[a-z0-9-]{1,40}")
                    || blank(name)
                    || blank(issuer)
                    || blank(clientId)
                    || blank(clientSecret)) {
                throw new IllegalStateException("""
                        The settings of the provider %s are not whole: name, issuer, clientid and clientsecret are needed, \
                        and its short name has lower-case letters, digits and dashes alone.
                        Maybe COURANT_PROVIDERS_%s_ISSUER and its neighbours are missing.""".formatted(id, id.toUpperCase(Locale.ROOT)));
            }
            return new Provider(
                    id,
                    name,
                    issuer,
                    clientId,
                    clientSecret,
                    domains == null ? List.of() : domains,
                    Boolean.TRUE.equals(emailsManaged));
        }

        private static boolean blank(String read) {
            return read == null || read.isBlank();
        }
    }

    List<Provider> all() {
        return List.copyOf(providers.values());
    }

    Optional<Provider> find(String id) {
        return Optional.ofNullable(providers.get(id));
    }

    /// Its addresses and keys, as it publishes them; read when first needed, so that a provider that is away keeps
    /// nobody from starting the platform.
    ///
    /// @throws RuntimeException when it does not answer, or not as OpenID Connect says
    ClientRegistration registration(Provider provider, String redirectUri) {
        ClientRegistration known = found.get(provider.id());
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(provider.id())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .redirectUri(redirectUri)
                    .scope(OidcScopes.OPENID, OidcScopes.EMAIL)
                    .build();
            found.put(provider.id(), known);
        }
        return known;
    }
}
