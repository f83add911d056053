package org.zhengtong.base.identity;

import java.util.List;

/** Why one field of a form was refused: text key and its arguments. */
public record FieldRefusal(String field, String messageKey, List<Object> args) {
    public FieldRefusal {
        args = List.copyOf(args);
    }

    /** A refusal of {@code field} in the words of {@code messageKey}. */
    public static FieldRefusal of(String field, String messageKey, Object... args) {
        return new FieldRefusal(field, messageKey, List.of(args));
    }
}
