package org.zhengtong.base.trust;

/**
 * Department seals on PDF (可靠的电子签名, 电子签名法 第十三条): a visible round seal and a signature over the whole file; and the
 * check of seals on PDF and OFD.
 */
public interface Seals {

    /** Seals a PDF; issues the department's seal certificate on first use. Not to be called inside a transaction. */
    byte[] seal(byte[] pdf, SealRequest request);

    /** Checks every seal on a PDF or an OFD file; bytes that are neither carry no seal. */
    SealCheck check(byte[] file);
}
