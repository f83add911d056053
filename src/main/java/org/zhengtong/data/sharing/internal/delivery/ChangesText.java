package org.zhengtong.data.sharing.internal.delivery;

import java.util.List;
import java.util.Map;

/** Changes of a register on their way to a subscriber. */
record ChangesText(String grant, String register, String consumer, List<ChangesText.Change> changes) {

    static final String KIND = "sharing.changes";

    /** The present state of one record; values as texts by item. */
    record Change(String key, Map<String, String> values, long position, boolean ended) {}
}
