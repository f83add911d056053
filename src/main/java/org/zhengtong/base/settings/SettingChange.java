package org.zhengtong.base.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change made on screen.
 *
 * @param from what was chosen on screen before, nothing if nothing was
 * @param to what is chosen since, nothing if the choice was taken back
 */
public record SettingChange(
        long id,
        String name,
        @Nullable String from,
        @Nullable String to,
        String why,
        String by,
        Instant at) {}
