package org.zhengtong.data.sharing.internal.snapshot;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** How long lists of grants hold without a newer one, and from when on their age is worth a word. */
@Component
public class SnapshotSettings implements DeclaredSettings {

    /** How long what this node tells its neighbours holds when they hear nothing more. */
    public static final Setting<Duration> VALIDITY =
            Setting.live("zhengtong.sharing.snapshot-validity", "14d", SettingKind.duration("1d", "90d"));

    /** From which age on a neighbour's snapshot is pointed out. */
    public static final Setting<Duration> WARNING =
            Setting.live("zhengtong.sharing.snapshot-warning", "2d", SettingKind.duration("1h", "90d"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(VALIDITY, WARNING);
    }
}
