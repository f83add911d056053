package org.zhengtong.base.schema;

import java.util.List;

/**
 * When a field is asked at all ({@code x-show-if}): the renderer and the check obey this one mechanism.
 *
 * @param field key of a field beside it, or a pointer from the top of the form, such as {@code /company/kind}
 * @param equals the answers that call for the field; of a field with many answers one of them suffices
 */
public record Condition(String field, List<String> equals) {
    public Condition {
        equals = List.copyOf(equals);
    }
}
