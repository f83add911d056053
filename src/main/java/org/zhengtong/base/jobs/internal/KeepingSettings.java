package org.zhengtong.base.jobs.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** How long the record of finished work is kept. */
@Component
class KeepingSettings implements DeclaredSettings {

    static final Setting<Integer> KEEP_DAYS =
            Setting.live("zhengtong.jobs.keep-days", "180", SettingKind.whole(7, 3650));

    @Override
    public List<Setting<?>> settings() {
        return List.of(KEEP_DAYS);
    }
}
