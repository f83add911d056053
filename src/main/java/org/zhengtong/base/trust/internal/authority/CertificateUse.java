package org.zhengtong.base.trust.internal.authority;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate may be used for (RFC 5280 sections 4.2.1.3 and 4.2.1.12). */
public enum CertificateUse {
    ROOT(1, KeyUsage.keyCertSign | KeyUsage.cRLSign, 20 * 365),
    ISSUING(0, KeyUsage.keyCertSign | KeyUsage.cRLSign, 12 * 365),
    /** Signs tree heads and receipts in the name of the node. */
    SIGNER(-1, KeyUsage.digitalSignature | KeyUsage.nonRepudiation, 10 * 365),
    SEAL(-1, KeyUsage.digitalSignature | KeyUsage.nonRepudiation, 5 * 365),
    /** A person or an organization signs in and signs. */
    IDENTITY(-1, KeyUsage.digitalSignature | KeyUsage.nonRepudiation, 3 * 365, KeyPurposeId.id_kp_clientAuth),
    NODE(-1, KeyUsage.digitalSignature, 3 * 365, KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth),
    /** Others encrypt for the node with it; signs nothing. */
    ENCRYPTION(-1, KeyUsage.keyAgreement | KeyUsage.keyEncipherment, 10 * 365),
    /** RFC 3161 section 2.3: this purpose alone, and critical. */
    TIME_STAMPS(-1, KeyUsage.digitalSignature, 10 * 365, KeyPurposeId.id_kp_timeStamping),
    /** RFC 6960 section 4.2.2.2: answers for the authority whether certificates hold. */
    STATUS_ANSWERS(-1, KeyUsage.digitalSignature, 10 * 365, KeyPurposeId.id_kp_OCSPSigning);

    private final int pathLength;
    private final int keyUsage;
    private final Duration life;
    private final List<KeyPurposeId> purposes;

    CertificateUse(int pathLength, int keyUsage, int days, KeyPurposeId... purposes) {
        this.pathLength = pathLength;
        this.keyUsage = keyUsage;
        this.life = Duration.ofDays(days);
        this.purposes = List.of(purposes);
    }

    boolean authority() {
        return pathLength >= 0;
    }

    int pathLength() {
        return pathLength;
    }

    KeyUsage keyUsage() {
        return new KeyUsage(keyUsage);
    }

    Duration life() {
        return life;
    }

    List<KeyPurposeId> purposes() {
        return purposes;
    }
}
