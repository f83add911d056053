package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** What administrators may change about cases while the node runs. */
@Component
class CaseworkSettings implements DeclaredSettings {

    /** How many days a draft is kept after it was last saved. */
    static final Setting<Integer> DRAFT_DAYS =
            Setting.live("zhengtong.casework.draft-days", "90", SettingKind.whole(7, 730));

    /** Look-ups by number from one address within ten minutes. */
    static final Setting<Integer> LOOK_UPS =
            Setting.live("zhengtong.casework.look-ups", "10", SettingKind.whole(3, 1000));

    /** The first serial of a day: nodes that give numbers in the same county each begin elsewhere. */
    static final Setting<Integer> FIRST_SERIAL =
            Setting.live("zhengtong.casework.first-serial", "1", SettingKind.whole(1, 90_001));

    @Override
    public List<Setting<?>> settings() {
        return List.of(DRAFT_DAYS, LOOK_UPS, FIRST_SERIAL);
    }
}
