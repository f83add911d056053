package org.zhengtong.base.trust;

/**
 * Whom a certificate names.
 *
 * @param reference what the holder is known by here, such as {@code account:17}; a citizen number never stands in a certificate
 * @param name as it is read on the certificate
 */
public record CertificateHolder(CertificateKind kind, String reference, String name) {

    /** Longest name and reference a certificate can carry (X.520 upper bound). */
    public static final int LONGEST = 64;

    public CertificateHolder {
        if (reference.isBlank() || reference.length() > LONGEST || name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("Not a holder of a certificate: " + reference + " " + name);
        }
    }
}
