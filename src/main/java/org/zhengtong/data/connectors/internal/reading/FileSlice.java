package org.zhengtong.data.connectors.internal.reading;

import java.util.List;
import org.zhengtong.data.connectors.internal.store.TakenStore.Taken;
import tools.jackson.databind.json.JsonMapper;

/** The files that a run reads, in the order of their names. */
record FileSlice(List<Taken> files) {

    private static final JsonMapper JSON = JsonMapper.shared();

    FileSlice {
        files = List.copyOf(files);
    }

    static FileSlice of(String text) {
        return JSON.readValue(text, FileSlice.class);
    }

    String written() {
        return files.isEmpty() ? "" : JSON.writeValueAsString(this);
    }
}
