package org.zhengtong.base.trust;

/** Department seals on PDF (可靠的电子签名, 电子签名法 第十三条): a visible round seal and a signature over the whole file. */
public interface Seals {

    /** Seals a PDF; issues the department's seal certificate on first use. Not to be called inside a transaction. */
    byte[] seal(byte[] pdf, SealRequest request);

    /** Checks every seal on a PDF; bytes that are no PDF carry no seal. */
    SealCheck check(byte[] pdf);
}
