package org.zhengtong.base.jobs;

import java.util.Arrays;
import java.util.List;

/** A sentence about a job in any language: a text key and its arguments. */
public record JobNote(String key, List<String> args) {

    public JobNote {
        args = List.copyOf(args);
    }

    public static JobNote of(String key, Object... args) {
        return new JobNote(key, Arrays.stream(args).map(String::valueOf).toList());
    }
}
