package org.zhengtong.base.files;

import java.util.List;

/** What became of an upload. */
public sealed interface StoreOutcome {
    record Stored(StoredFile file) implements StoreOutcome {}

    /** Not taken, and nothing kept; the text says which file, why, and how to mend it. */
    record Refused(String textKey, List<Object> args) implements StoreOutcome {
        public Refused {
            args = List.copyOf(args);
        }
    }
}
