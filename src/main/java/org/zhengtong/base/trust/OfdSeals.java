package org.zhengtong.base.trust;

/** Department seals on fixed-layout files (OFD, GB/T 33190) by GB/T 38540, which knows SM2 signatures alone. */
public interface OfdSeals {

    /** Whether this node can seal OFD files: only when it signs with SM2. */
    boolean offered();

    /**
     * Seals an OFD file: every file in it is covered. Not to be called inside a transaction; refused with
     * {@link TrustProblem#OFD_NEEDS_SM2} when not {@link #offered()}.
     */
    byte[] seal(byte[] ofd, SealRequest request);
}
