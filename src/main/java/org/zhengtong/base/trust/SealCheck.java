package org.zhengtong.base.trust;

import java.time.Instant;
import java.util.List;

/** What the seals on a file say; no mark means the document carries no seal. */
public record SealCheck(List<Mark> marks) {

    public SealCheck {
        marks = List.copyOf(marks);
    }

    /**
     * One seal.
     *
     * @param signer name of the department in the seal's certificate
     * @param creditCode its unified social credit code
     * @param at signing time as the signature states it
     * @param intact the sealed bytes are unchanged
     * @param chained the certificate was issued by this node's authority and was valid at signing time
     * @param whole nothing was added to the file after the seal
     */
    public record Mark(
            String signer,
            String creditCode,
            Instant at,
            String algorithm,
            boolean intact,
            boolean chained,
            boolean whole) {

        /** Unchanged, ours, and the last word on the file. */
        public boolean sound() {
            return intact && chained && whole;
        }
    }

    /** At least one seal, each intact and ours, and nothing added after the last one. */
    public boolean sound() {
        return !marks.isEmpty()
                && marks.stream().allMatch(mark -> mark.intact() && mark.chained())
                && marks.stream().anyMatch(Mark::whole);
    }
}
