package org.zhengtong.base.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the node cannot start, as one sentence in Chinese and English (message key and its values). */
public class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> details;

    /** A failure whose sentence stands in {@code messages/database*.properties} under {@code key}. */
    public StartupFailure(String key, @Nullable Throwable cause, Object... details) {
        super(key + " " + List.of(details), cause);
        this.key = key;
        this.details = List.of(details);
    }

    /** Message key of the sentence. */
    public String key() {
        return key;
    }

    /** Values for the places of the sentence. */
    public List<Object> details() {
        return details;
    }
}
