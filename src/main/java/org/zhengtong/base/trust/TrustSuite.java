package org.zhengtong.base.trust;

/** Which family of algorithms the node signs and hashes with ({@code zhengtong.trust.suite}). */
public enum TrustSuite {
    /** Chinese commercial cryptography: SM2 signatures (GB/T 32918) over SM3 hashes (GB/T 32905). */
    SM2("SM3withSM2", "SM3"),
    /** ECDSA on P-256 over SHA-256, which every PDF viewer knows. */
    ECDSA("SHA256withECDSA", "SHA-256");

    private final String signatureAlgorithm;
    private final String hashAlgorithm;

    TrustSuite(String signatureAlgorithm, String hashAlgorithm) {
        this.signatureAlgorithm = signatureAlgorithm;
        this.hashAlgorithm = hashAlgorithm;
    }

    /** Name of the signature algorithm for the cryptography provider. */
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** Name of the hash algorithm for the cryptography provider. */
    public String hashAlgorithm() {
        return hashAlgorithm;
    }
}
