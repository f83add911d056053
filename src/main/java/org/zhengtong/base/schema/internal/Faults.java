package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.schema.SchemaFault;

/** Collects the faults of one schema while it is read. */
class Faults {
    private static final int MOST = 100;

    private final SchemaTexts texts;
    private final List<SchemaFault> found = new ArrayList<>();

    Faults(SchemaTexts texts) {
        this.texts = texts;
    }

    void add(String pointer, String key, Object... args) {
        if (found.size() < MOST) {
            found.add(new SchemaFault(pointer.isEmpty() ? "/" : pointer, texts.words("schema.fault." + key, args)));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<SchemaFault> all() {
        return List.copyOf(found);
    }
}
