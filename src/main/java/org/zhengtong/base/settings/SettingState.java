package org.zhengtong.base.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting and what holds now on this instance.
 *
 * @param name its full name, with the operator's own names in place of {@code *}
 * @param value what holds; empty when nothing does, or when it is secret
 * @param filled whether it has a value, even if that is not shown
 * @param place where exactly, such as a file and its line; may be empty
 * @param change the latest change on screen
 */
public record SettingState(
        Setting<?> setting,
        String name,
        String value,
        boolean filled,
        Source source,
        String place,
        @Nullable SettingChange change) {

    /** Where a value comes from. */
    public enum Source {
        SCREEN,
        COMMAND_LINE,
        JAVA_OPTION,
        ENVIRONMENT,
        FILE,
        USUAL
    }

    /** Whether somebody said something else than the usual. */
    public boolean chosen() {
        return source != Source.USUAL;
    }

    /** Number of the latest change, 0 for none. */
    public long changeNumber() {
        return change == null ? 0 : change.id();
    }
}
