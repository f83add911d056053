package org.zhengtong.data.exchange;

/** Where a node stands in the government. */
public enum NodeLevel {
    PROVINCE,
    CITY,
    COUNTY,
    /** The front-end of a department (前置机). */
    DEPARTMENT
}
