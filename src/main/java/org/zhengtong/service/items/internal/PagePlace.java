package org.zhengtong.service.items.internal;

import org.jspecify.annotations.Nullable;

/** Where a page of results ended: the last score and code, written {@code score~code} in addresses. */
record PagePlace(long score, String code) {

    static final PagePlace START = new PagePlace(Long.MIN_VALUE, "");

    /** The place somebody's address names; what cannot be read counts as the start. */
    static PagePlace of(@Nullable String written) {
        var mark = written == null ? -1 : written.indexOf('~');
        if (written == null
                || mark < 1
                || mark > 18
                || !written.substring(0, mark).matches("[0-9]+")) {
            return START;
        }
        return new PagePlace(Long.parseLong(written.substring(0, mark)), written.substring(mark + 1));
    }

    String written() {
        return score + "~" + code;
    }
}
