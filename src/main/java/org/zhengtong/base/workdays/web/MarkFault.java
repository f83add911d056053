package org.zhengtong.base.workdays.web;

import java.util.List;

/** What is wrong with a field of the form: text key and arguments. */
public record MarkFault(String field, String textKey, List<Object> args) {
    /** With arguments one by one. */
    public MarkFault(String field, String textKey, Object... args) {
        this(field, textKey, List.of(args));
    }
}
