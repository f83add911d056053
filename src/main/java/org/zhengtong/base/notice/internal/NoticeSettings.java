package org.zhengtong.base.notice.internal;

import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** What administrators may change about messages while the node runs. */
@Component
class NoticeSettings implements DeclaredSettings {

    /** From this time on nothing rings unless it is urgent. */
    static final Setting<LocalTime> QUIET_FROM =
            Setting.live("zhengtong.notice.quiet-from", "22:00", SettingKind.time());

    static final Setting<LocalTime> QUIET_UNTIL =
            Setting.live("zhengtong.notice.quiet-until", "07:00", SettingKind.time());

    /** Days after their end that deliveries are kept. */
    static final Setting<Integer> KEEP_DAYS =
            Setting.live("zhengtong.notice.keep-days", "180", SettingKind.whole(30, 3650));

    @Override
    public List<Setting<?>> settings() {
        return List.of(QUIET_FROM, QUIET_UNTIL, KEEP_DAYS);
    }
}
