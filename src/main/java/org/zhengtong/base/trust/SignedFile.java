package org.zhengtong.base.trust;

import java.util.List;

/**
 * What the signatures in a file say.
 *
 * @param size octets of what could be signed: the file itself, or the file that a signature apart from it belongs to
 */
public record SignedFile(Kind kind, long size, List<FoundSignature> signatures) {

    public SignedFile {
        signatures = List.copyOf(signatures);
    }

    /** What a file was recognized as. */
    public enum Kind {
        PDF,
        /** A CMS signature (p7s, p7m). */
        CMS,
        /** A time stamp (tsr, tst). */
        TIME_STAMP,
        /** A layout document by GB/T 33190; its signatures are not read here. */
        OFD,
        UNKNOWN
    }

    /** Every signature is good, and one of them covers the whole file. */
    public boolean sound() {
        return !signatures.isEmpty()
                && signatures.stream().allMatch(FoundSignature::good)
                && signatures.stream().anyMatch(found -> found.covered() >= size);
    }

    /** Every signature is good, but something was added to the file after the last one. */
    public boolean extended() {
        return !signatures.isEmpty()
                && signatures.stream().allMatch(FoundSignature::good)
                && signatures.stream().noneMatch(found -> found.covered() >= size);
    }
}
