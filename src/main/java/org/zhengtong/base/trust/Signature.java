package org.zhengtong.base.trust;

import java.util.Arrays;
import java.util.Base64;

/** A signature with the key that made it; the key's certificate is found by {@link Signer#certificate(String)}. */
public record Signature(String keyId, String algorithm, byte[] value) {

    /** The signature's bytes in Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature
                && keyId.equals(signature.keyId)
                && algorithm.equals(signature.algorithm)
                && Arrays.equals(value, signature.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return algorithm + " " + keyId + " " + base64();
    }
}
