package org.zhengtong.service.license;

import org.zhengtong.base.problem.ProblemCode;

/** What can go wrong with licences. */
public enum LicenseProblem implements ProblemCode {
    /** No such licence, or not one the user may see. */
    LICENSE_NOT_FOUND("license_not_found", 404),
    /** Issued, but the sealed sheet is not there yet. */
    SHEET_NOT_READY("sheet_not_ready", 503),
    /** Issued while the node did not sign with SM2, so there is no OFD file. */
    NO_OFD("no_ofd", 404),
    /** A procedure names a licence type the pack does not have. */
    TYPE_NOT_FOUND("type_not_found", 500);

    private final String fault;
    private final int status;

    LicenseProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "license." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
