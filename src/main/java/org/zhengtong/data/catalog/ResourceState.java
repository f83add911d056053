package org.zhengtong.data.catalog;

/** Where a resource that was published once stands. */
public enum ResourceState {
    PUBLISHED,
    RETIRED
}
