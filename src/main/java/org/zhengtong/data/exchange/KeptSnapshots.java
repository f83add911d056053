package org.zhengtong.data.exchange;

import java.time.Instant;
import java.util.List;

/** Signed lists that a room keeps of other nodes: declare it as a bean, and pages and health say how old each is. */
public interface KeptSnapshots {

    /** The newest of each node that is trusted now. */
    List<Kept> kept();

    /**
     * How old a list is.
     *
     * @param title key of the text that names it
     * @param old older than the administrator wishes
     * @param over past its end: nothing is allowed by it any more
     */
    record Kept(
            NodeCode node, String title, Instant madeAt, Instant validUntil, int entries, boolean old, boolean over) {}
}
