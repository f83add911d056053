package org.zhengtong.base.trust;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The register of certificates that this node's authority issued (电子签名法 第三章). It knows no accounts and writes no audit
 * entry: who calls it asks for permission and records the action in the same transaction.
 */
public interface Certificates {

    /** How long before its end a certificate counts as expiring. */
    Duration WARNING = Duration.ofDays(30);

    /** Issues a certificate over the key of a request; its suite follows the key. */
    IssueOutcome issue(CertificateRequest request);

    /** Issues a successor over the same key; the earlier certificate lasts until its own end. */
    IssueOutcome renew(CertificateSerial serial);

    /** Issues a successor over a new key. */
    IssueOutcome renew(CertificateSerial serial, String pkcs10);

    /** Puts a certificate on hold. */
    StateOutcome suspend(CertificateSerial serial, String why);

    /** Ends a hold. */
    StateOutcome restore(CertificateSerial serial, String why);

    /** Takes a certificate back for good. */
    StateOutcome revoke(CertificateSerial serial, RevocationReason reason, String why);

    Optional<Certificate> find(CertificateSerial serial);

    /** The certificate, the issuing authority's and the root's, in PEM. */
    String chain(Certificate certificate);

    /** The same chain to be read by people, the certificate first. */
    List<ChainLink> links(Certificate certificate);

    /** Certificates of one holder, newest first. */
    List<Certificate> of(String reference);

    List<Certificate> search(CertificateQuery query);

    /** State and dates in one word. */
    CertificateQuery.Standing standing(Certificate certificate);

    /**
     * Publishes {@link CertificateExpiring} for each certificate that ends soon and was not warned of yet; says how many. A
     * certificate with a successor is passed over.
     */
    int warnOfExpiry();
}
