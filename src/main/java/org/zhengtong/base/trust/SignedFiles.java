package org.zhengtong.base.trust;

/** Reads the signatures of any file: PDF, OFD, CMS, time stamp. */
public interface SignedFiles {

    /**
     * Reads a file; one that cannot be read is {@link SignedFile.Kind#UNKNOWN}, never a failure.
     *
     * @param original what a signature apart from its file belongs to; empty when there is none
     */
    SignedFile read(byte[] file, byte[] original);
}
