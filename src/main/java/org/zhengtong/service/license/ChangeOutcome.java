package org.zhengtong.service.license;

/** What came of changing a licence's status. */
public sealed interface ChangeOutcome {

    /** Done; everybody who checks the licence sees it from now on. */
    record Changed(LicenseStatus status) implements ChangeOutcome {}

    /** Not from the status it has now. */
    record NotPossible(LicenseStatus present) implements ChangeOutcome {}

    /** The holder must be able to read why: at least ten characters. */
    record ReasonTooShort(int given, int needed) implements ChangeOutcome {}
}
