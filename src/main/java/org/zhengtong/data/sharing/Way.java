package org.zhengtong.data.sharing;

/** How shared data is used (使用方式). */
public enum Way {
    /** A member of staff looks a record up. */
    PAGE,
    /** A system asks, record by record. */
    API,
    /** Everything at once as a file. */
    BATCH,
    /** What changes, as it changes. */
    SUBSCRIPTION
}
