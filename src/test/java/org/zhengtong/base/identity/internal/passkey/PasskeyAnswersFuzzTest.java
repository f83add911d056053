package org.zhengtong.base.identity.internal.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.zhengtong.base.identity.PasskeySite;

/** What a browser is said to answer is a key or a signature that fits, or a refusal; nobody guesses one. */
class PasskeyAnswersFuzzTest {
    private static final Ceremony CEREMONY =
            new Ceremony(new PasskeySite("localhost", "http://localhost:8080"), "Test");
    private static final byte[] CHALLENGE = new byte[32];
    private static final Ceremony.Owner OWNER = new Ceremony.Owner(new byte[16], "万钥");
    private static final StoredKey KEY =
            new StoredKey(new byte[16], cose(), new byte[0], new byte[0], "internal", 0, false);

    @FuzzTest(maxDuration = "10m")
    void an_answer(FuzzedDataProvider data) {
        var whole = data.consumeBoolean();
        var answer = whole ? data.consumeRemainingAsString() : framed(data);
        Ceremony.claimed(answer);
        assertThat(CEREMONY.signed(answer, CHALLENGE, KEY, OWNER)).isEmpty();
        CEREMONY.made(answer, CHALLENGE, OWNER)
                .ifPresent(key -> assertThat(CEREMONY.creationOptions(CHALLENGE, OWNER, List.of(key.credentialId())))
                        .contains("challenge"));
    }

    /** An answer whose frame is right, so that the bytes inside are read: they are what a device makes. */
    private static String framed(FuzzedDataProvider data) {
        var client = "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"http://localhost:8080\",\"crossOrigin\":false}"
                .formatted(data.pickValue(new String[] {"webauthn.create", "webauthn.get"}), url(CHALLENGE));
        var signature = data.consumeBytes(80);
        var inside = data.consumeRemainingAsBytes();
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{
                "clientDataJSON":"%2$s","attestationObject":"%3$s","authenticatorData":"%3$s","signature":"%4$s",
                "transports":["internal"]}}""".formatted(
                url(KEY.credentialId()), url(client.getBytes(StandardCharsets.UTF_8)), url(inside), url(signature));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A public key on the curve P-256, as COSE writes it: the curve's base point. */
    private static byte[] cose() {
        return java.util.HexFormat.of()
                .parseHex("a5010203262001"
                        + "2158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                        + "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
    }
}
