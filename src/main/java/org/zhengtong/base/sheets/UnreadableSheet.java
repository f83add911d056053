package org.zhengtong.base.sheets;

import java.util.List;

/** A file that is no table; carries the reason for the person who sent it. */
public final class UnreadableSheet extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> args;

    public UnreadableSheet(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = java.util.Arrays.stream(args).map(String::valueOf).toList();
    }

    public String key() {
        return key;
    }

    public List<String> args() {
        return args == null ? List.of() : args;
    }
}
