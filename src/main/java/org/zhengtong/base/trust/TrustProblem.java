package org.zhengtong.base.trust;

import org.zhengtong.base.problem.ProblemCode;

/** What can go wrong with keys and seals. */
public enum TrustProblem implements ProblemCode {
    /** The key file is gone, but the cabinet it opens is there. */
    KEY_FILE_MISSING("key_file_missing", 503),
    /** The cabinet cannot be opened or written. */
    CABINET_UNREADABLE("cabinet_unreadable", 503),
    /** The file to be sealed is no PDF. */
    NOT_A_PDF("not_a_pdf", 422),
    /** The file to be sealed is no OFD file, or bears a seal already. */
    NOT_AN_OFD("not_an_ofd", 422),
    /** The node signs with ECDSA, but seals on OFD files are SM2 signatures. */
    OFD_NEEDS_SM2("ofd_needs_sm2", 409),
    /** No certificate with this serial number. */
    CERTIFICATE_NOT_FOUND("certificate_not_found", 404),
    /** The department's seal is on hold. */
    SEAL_SUSPENDED("seal_suspended", 409);

    private final String fault;
    private final int status;

    TrustProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "trust." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
