package org.zhengtong.base.identity;

import java.util.List;
import java.util.Map;

/** A form as it was sent: where to, and what with. Files are not part of it. */
public record PendingPost(String path, Map<String, List<String>> fields, boolean hadFiles) {

    /** Tells the address only: what was typed must not reach a log. */
    @Override
    public String toString() {
        return "PendingPost[" + path + "]";
    }
}
