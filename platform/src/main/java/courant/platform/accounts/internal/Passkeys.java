package courant.platform.accounts.internal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import courant.platform.accounts.Person;
import courant.platform.accounts.internal.PasskeyStore.Challenge;
import courant.platform.accounts.internal.PasskeyStore.Key;
import courant.platform.accounts.internal.PasskeyStore.Known;
import courant.platform.web.Secret;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys: keys that a person's device makes and keeps, opened by a finger, a face or a code (W3C Web Authentication,
/// level 3). The device finds the account, so no address is typed; it must verify who holds it, so that the key alone
/// is enough. What kind of device it is is not asked.
@Component
class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int CHALLENGE_BYTES = 32;
    private static final boolean USER_VERIFIED = true;
    private static final boolean USER_PRESENT = true;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final PasskeyStore store;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final String origin;
    private final String host;

    Passkeys(PasskeyStore store, @Value("${courant.public-url}") String publicUrl) {
        this.store = store;
        URI address = URI.create(publicUrl);
        this.origin = address.getScheme() + "://" + address.getRawAuthority();
        this.host = address.getHost();
    }

    /// Scheme, host and port that keys are made for; a browser that came by another address cannot use them.
    String origin() {
        return origin;
    }

    /// What a device is asked.
    ///
    /// @param browser secret by which the browser that asked is known when it answers
    /// @param options in JSON, as `PublicKeyCredential.parse…OptionsFromJSON` reads them
    record Question(Secret browser, String options) {}

    /// Asks for a new key.
    Question toRegister(Person person) {
        byte[] challenge = freshChallenge();
        Map<String, Object> options = Map.of(
                "challenge",
                text(challenge),
                "rp",
                Map.of("id", host, "name", "Courant"),
                "user",
                Map.of("id", text(store.handle(person)), "name", person.email(), "displayName", person.getName()),
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(accepted -> Map.of(
                                "type", "public-key", "alg", accepted.getAlg().getValue()))
                        .toList(),
                "timeout",
                PasskeyStore.CHALLENGE_LIFE.toMillis(),
                "attestation",
                "none",
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "excludeCredentials",
                store.credentialIds(person).stream()
                        .map(id -> Map.of("type", "public-key", "id", text(id)))
                        .toList());
        return new Question(store.keep(new Challenge(person.id(), challenge)), json.writeValueAsString(options));
    }

    /// The new key, when the answer is the right one to the question this person was asked in this browser.
    ///
    /// @param answer as `PublicKeyCredential.toJSON` writes it
    Optional<Key> registered(Person person, Secret browser, String answer) {
        return store.take(browser)
                .filter(asked -> Long.valueOf(person.id()).equals(asked.account()))
                .flatMap(asked -> verified(() -> registered(manager.verifyRegistrationResponseJSON(
                        answer, new RegistrationParameters(server(asked), ALGORITHMS, USER_VERIFIED, USER_PRESENT)))));
    }

    private Key registered(RegistrationData answer) {
        AuthenticatorData<?> device = answer.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData credential = device.getAttestedCredentialData();
        return new Key(
                credential.getCredentialId(),
                credentials.convert(credential),
                device.getSignCount(),
                device.isFlagUV(),
                device.isFlagBE(),
                device.isFlagBS());
    }

    /// Asks for any key of this site that the device has.
    Question toSignIn() {
        byte[] challenge = freshChallenge();
        Map<String, Object> options = Map.of(
                "challenge",
                text(challenge),
                "rpId",
                host,
                "timeout",
                PasskeyStore.CHALLENGE_LIFE.toMillis(),
                "userVerification",
                "required");
        return new Question(store.keep(new Challenge(null, challenge)), json.writeValueAsString(options));
    }

    /// A key that was shown, as known and as it now is.
    record Shown(Known known, Key seen) {}

    /// The key that answered, when it is one we know and signed the question this browser was asked.
    Optional<Shown> shown(Secret browser, String answer) {
        return store.take(browser)
                .filter(asked -> asked.account() == null)
                .flatMap(asked -> verified(() -> {
                    AuthenticationData parsed = manager.parseAuthenticationResponseJSON(answer);
                    return store.find(parsed.getCredentialId())
                            .filter(known -> MessageDigest.isEqual(known.handle(), parsed.getUserHandle()))
                            .map(known -> shown(known, asked, parsed))
                            .orElse(null);
                }));
    }

    /// @throws WebAuthnException when the signature, the challenge, the origin or the count of uses is not right
    private Shown shown(Known known, Challenge asked, AuthenticationData answer) {
        Key key = known.key();
        CredentialRecordImpl credential = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                key.userVerified(),
                key.backupEligible(),
                key.backedUp(),
                key.uses(),
                credentials.convert(key.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                new AuthenticationExtensionsClientOutputs<>(),
                Set.of());
        AuthenticatorData<?> device = manager.verify(
                        answer,
                        new AuthenticationParameters(server(asked), credential, null, USER_VERIFIED, USER_PRESENT))
                .getAuthenticatorData();
        return new Shown(
                known,
                new Key(
                        key.credentialId(),
                        key.credential(),
                        device.getSignCount(),
                        device.isFlagUV(),
                        key.backupEligible(),
                        device.isFlagBS()));
    }

    private ServerProperty server(Challenge asked) {
        return ServerProperty.builder()
                .origin(new Origin(origin))
                .rpId(host)
                .challenge(new DefaultChallenge(asked.value()))
                .build();
    }

    /// What a stranger may send is not always JSON, nor what WebAuthn says it should be; the library tells this by
    /// whatever it trips over.
    private static <T> Optional<T> verified(Verification<T> verification) {
        try {
            return Optional.ofNullable(verification.run());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException refused) {
            LOG.info("An answer of a device was refused: {}", refused.toString());
            return Optional.empty();
        }
    }

    private interface Verification<T> {
        @Nullable
        T run();
    }

    private byte[] freshChallenge() {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return challenge;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
