package org.zhengtong.testing;

import java.util.HashMap;
import java.util.Map;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.Settings;

/** Settings in memory: usual unless a test says otherwise. */
public final class GivenSettings implements Settings {

    private final Map<String, String> given = new HashMap<>();

    /** The same settings with one more of them chosen. */
    public GivenSettings with(Setting<?> setting, String value) {
        given.put(setting.name(), value);
        return this;
    }

    @Override
    public <T> T value(Setting<T> setting) {
        return setting.kind()
                .read(given.getOrDefault(setting.name(), setting.usual()))
                .orElseThrow();
    }
}
