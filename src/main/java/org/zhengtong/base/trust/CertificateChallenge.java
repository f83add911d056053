package org.zhengtong.base.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What a holder has to sign.
 *
 * @param content the text whose bytes in UTF-8 are signed; it names the platform and the purpose, so that nobody can put it to
 *     another use
 */
public record CertificateChallenge(UUID id, String purpose, String content, Instant expiresAt) {

    /** The bytes to be signed: ECDSA over SHA-256, or SM2 over SM3 with the default identifier 1234567812345678. */
    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
