package org.zhengtong.base.audit;

/** Keeps the log's years: makes room for those to come, and ends those whose term of keeping is over. */
public interface LogUpkeep {

    /** Makes the partitions of the coming years; says how many were missing. */
    int addYears();

    /**
     * Destroys the contents of the years that {@code zhengtong.audit.keep-years} no longer asks for, and records it in the log.
     * Their hashes stay in the tree, so every proof of a younger entry still holds. Logs of network operation are kept for six
     * months at least (网络安全法 第二十一条), so the present and the past year are never destroyed.
     *
     * @return entries destroyed
     */
    long discardEnded();
}
