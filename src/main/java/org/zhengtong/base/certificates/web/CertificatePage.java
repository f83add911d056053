package org.zhengtong.base.certificates.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateQuery.Standing;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.ChainLink;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.ui.FieldFault;

/**
 * One certificate with its chain, the holder's others and what may be done to it.
 *
 * @param done what was just done, a word of the address
 * @param typed what a refused form contained, by field
 */
public record CertificatePage(
        Certificate certificate,
        Standing standing,
        List<ChainLink> chain,
        List<CertificateListPage.Line> others,
        String done,
        List<FieldFault> faults,
        Map<String, String> typed) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    public boolean renewable() {
        return certificate.state() == CertificateState.VALID
                && certificate.holder().kind() != CertificateKind.SEAL;
    }

    public boolean suspendable() {
        return standing == Standing.VALID || standing == Standing.EXPIRING;
    }

    public boolean restorable() {
        return certificate.state() == CertificateState.SUSPENDED;
    }

    public boolean revocable() {
        return certificate.state() != CertificateState.REVOKED && standing != Standing.EXPIRED;
    }

    /** Reasons for a revocation. */
    public List<RevocationReason> reasons() {
        return List.of(RevocationReason.values()).stream()
                .filter(reason -> reason != RevocationReason.ON_HOLD)
                .toList();
    }
}
