package org.zhengtong.data.sharing;

import java.util.List;

/** How shared data is used (使用方式). */
public enum Way {
    /** A member of staff looks a record up. */
    PAGE,
    /** A system asks, record by record. */
    API,
    /** Everything at once as a file. */
    BATCH,
    /** What changes, as it changes. */
    SUBSCRIPTION,
    /** A system calls a service of the provider. */
    CALL;

    /** How records of a register are used. */
    public static List<Way> ofRecords() {
        return List.of(PAGE, API, BATCH, SUBSCRIPTION);
    }
}
