package org.zhengtong.base.certificates;

import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.StateOutcome;

/** Keeping certificates by hand; needs {@code certificates.manage_certificate}, and each action enters the audit log. */
public interface CertificateOffice {

    String MANAGE_CERTIFICATE = "certificates.manage_certificate";

    IssueOutcome issue(CertificateRequest request, CurrentUser by);

    /** Issues a successor; over the same key when the request is blank. */
    IssueOutcome renew(CertificateSerial serial, String pkcs10, CurrentUser by);

    StateOutcome suspend(CertificateSerial serial, String why, CurrentUser by);

    StateOutcome restore(CertificateSerial serial, String why, CurrentUser by);

    /** Takes a certificate back for good. */
    StateOutcome revoke(CertificateSerial serial, RevocationReason reason, String why, CurrentUser by);
}
