package org.zhengtong.base.establishment.internal;

import java.util.List;

/** A file that is no table; carries the reason for the person who sent it. */
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> args;

    UnreadableFile(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = java.util.Arrays.stream(args).map(String::valueOf).toList();
    }

    String key() {
        return key;
    }

    List<String> args() {
        return args == null ? List.of() : args;
    }
}
