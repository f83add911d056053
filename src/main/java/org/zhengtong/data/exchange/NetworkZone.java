package org.zhengtong.data.exchange;

/** Which government network a node stands in. */
public enum NetworkZone {
    /** Outer network (政务外网). */
    EXTRANET,
    /** Inner network (政务内网). */
    INTRANET
}
