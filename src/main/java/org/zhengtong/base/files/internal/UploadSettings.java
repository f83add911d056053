package org.zhengtong.base.files.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** What administrators may change about uploads while the node runs. */
@Component
class UploadSettings implements DeclaredSettings {

    static final Setting<DataSize> RESERVE =
            Setting.live("zhengtong.files.reserve", "128MB", SettingKind.size("0B", "1000TB"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(RESERVE);
    }
}
