package courant.platform.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/// A device that keeps one passkey, written from the text of WebAuthn (sections 6.1, 6.5 and 7; COSE of RFC 9053), with
/// what a dishonest one would change.
final class Device {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;
    private static final int ES256 = -7;
    private static final int COORDINATE = 32;

    private final JsonMapper json = new JsonMapper();
    private final CBORMapper cbor = new CBORMapper();
    private final byte[] credentialId = new byte[16];
    private final KeyPair key;
    private byte[] handle = {};

    /// Where the device believes it is.
    String origin = "http://localhost:8080";

    /// Whether it checks who holds it.
    boolean verifies = true;

    /// How often it says it was used.
    int uses;

    Device() throws GeneralSecurityException {
        ThreadLocalRandom.current().nextBytes(credentialId);
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        key = keys.generateKeyPair();
    }

    /// Makes its key and answers the question.
    String register(String question) throws GeneralSecurityException {
        JsonNode options = json.readTree(question);
        handle = bytes(options.at("/user/id").asString());
        byte[] publicKey = cbor.writeValueAsBytes(publicKey());
        byte[] device = ByteBuffer.allocate(37 + 16 + 2 + credentialId.length + publicKey.length)
                .put(deviceData(options.at("/rp/id").asString(), HAS_CREDENTIAL))
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(publicKey)
                .array();
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", device);
        return answer(Map.of(
                "clientDataJSON",
                text(client("webauthn.create", options)),
                "attestationObject",
                text(cbor.writeValueAsBytes(attestation))));
    }

    /// Signs the question.
    String sign(String question) throws GeneralSecurityException {
        JsonNode options = json.readTree(question);
        byte[] device = deviceData(options.at("/rpId").asString(), 0);
        byte[] client = client("webauthn.get", options);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(device);
        signature.update(sha256(client));
        return answer(Map.of(
                "clientDataJSON",
                text(client),
                "authenticatorData",
                text(device),
                "signature",
                text(signature.sign()),
                "userHandle",
                text(handle)));
    }

    /// Says it belongs to another account.
    void nameAnother() {
        handle = new byte[16];
    }

    private Map<Integer, Object> publicKey() {
        ECPublicKey point = (ECPublicKey) key.getPublic();
        Map<Integer, Object> cose = new LinkedHashMap<>();
        cose.put(1, 2);
        cose.put(3, ES256);
        cose.put(-1, 1);
        cose.put(-2, coordinate(point.getW().getAffineX().toByteArray()));
        cose.put(-3, coordinate(point.getW().getAffineY().toByteArray()));
        return cose;
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private byte[] deviceData(String site, int flags) throws GeneralSecurityException {
        return ByteBuffer.allocate(37)
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt(uses)
                .array();
    }

    private byte[] client(String type, JsonNode options) {
        return json.writeValueAsBytes(Map.of(
                "type",
                type,
                "challenge",
                options.at("/challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private String answer(Map<String, String> response) {
        return json.writeValueAsString(Map.of(
                "id", text(credentialId),
                "rawId", text(credentialId),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "device with the key " + Arrays.hashCode(credentialId);
    }
}
