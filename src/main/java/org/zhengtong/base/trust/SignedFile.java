package org.zhengtong.base.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signatures in a file say.
 *
 * @param size octets of what could be signed: the file itself, what it unpacks to, or the file that a signature apart from it
 *     belongs to
 * @param fault why a packed file was not read, null when it was
 */
public record SignedFile(
        Kind kind,
        long size,
        List<FoundSignature> signatures,
        @Nullable Fault fault) {

    public SignedFile {
        signatures = List.copyOf(signatures);
    }

    public SignedFile(Kind kind, long size, List<FoundSignature> signatures) {
        this(kind, size, signatures, null);
    }

    /** A file that was not read. */
    public static SignedFile faulty(Kind kind, long size, Fault fault) {
        return new SignedFile(kind, size, List.of(), fault);
    }

    /** What a file was recognized as. */
    public enum Kind {
        PDF,
        /** A CMS signature (p7s, p7m). */
        CMS,
        /** A time stamp (tsr, tst). */
        TIME_STAMP,
        /** A fixed-layout file by GB/T 33190. */
        OFD,
        UNKNOWN
    }

    /** Why a packed file was not read. */
    public enum Fault {
        /** Cut off or damaged. */
        BROKEN,
        /** Unpacks to more than is read. */
        TOO_BIG,
        /** Made so that programs see different files in it. */
        AMBIGUOUS,
        /** Its descriptions cannot be understood. */
        STRUCTURE,
        /** It says that it is sealed, but the list of its seals is gone. */
        LIST_REMOVED
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
