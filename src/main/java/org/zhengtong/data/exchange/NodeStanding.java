package org.zhengtong.data.exchange;

/** What this node thinks of another. */
public enum NodeStanding {
    /** An administrator compared its fingerprint and accepted it. */
    ACCEPTED,
    /** Known through a neighbour's trust list. */
    VOUCHED,
    /** Not trusted any more; nothing goes there and nothing is taken from there. */
    REVOKED
}
