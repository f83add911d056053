package org.zhengtong.base.trust;

/**
 * Encrypts for another node. A content is encrypted piece by piece under a secret of its own; the secret goes along, wrapped for the
 * receiver's certificate (SM2 by GB/T 32918.4, or ECIES on P-256).
 */
public interface Confidences {

    /** A new random secret for one content. */
    byte[] newSecret(TrustSuite suite);

    /** The secret, readable only by whoever holds the key of this certificate. */
    byte[] wrap(byte[] secret, String encryptionPem);

    /** A secret that was wrapped for this node; a {@link SecurityException} when it was not. */
    byte[] unwrap(byte[] wrapped);

    /** Encrypts the piece with this number (SM4-GCM or AES-GCM); the label is bound to it, not hidden. */
    byte[] encrypt(Piece piece, byte[] plain);

    /** The plain piece; a {@link SecurityException} when anything was changed. */
    byte[] decrypt(Piece piece, byte[] encrypted);

    /** Which piece of which content: a secret encrypts each number once. */
    record Piece(TrustSuite suite, byte[] secret, int number, byte[] label) {}
}
