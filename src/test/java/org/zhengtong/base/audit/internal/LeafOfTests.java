package org.zhengtong.base.audit.internal;

import org.zhengtong.base.audit.TreeHash;

/** Makes the hash of a forged entry, as a forger would. */
public final class LeafOfTests {

    private LeafOfTests() {}

    /** The leaf of a log with SM3. */
    public static TreeHash sm3(String content) {
        return new TreeHasher("SM3").leaf(content);
    }
}
