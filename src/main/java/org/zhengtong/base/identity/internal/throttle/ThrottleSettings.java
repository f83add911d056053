package org.zhengtong.base.identity.internal.throttle;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** How much guessing is borne; the bounds keep an administrator from switching the brake off. */
@Component
public class ThrottleSettings implements DeclaredSettings {

    /** Wrong attempts under one name before it is locked. */
    public static final Setting<Integer> ATTEMPTS =
            Setting.live("zhengtong.identity.sign-in.attempts", "5", SettingKind.whole(3, 20));

    /** How long a name stays locked. */
    public static final Setting<Duration> PAUSE =
            Setting.live("zhengtong.identity.sign-in.pause", "15m", SettingKind.duration("1m", "24h"));

    /** Names tried in vain from one address within an hour before it has to wait. */
    static final Setting<Integer> ADDRESS_NAMES =
            Setting.live("zhengtong.identity.sign-in.address-names", "10", SettingKind.whole(3, 1000));

    /** Wrong attempts from one address within an hour before it has to wait. */
    static final Setting<Integer> ADDRESS_ATTEMPTS =
            Setting.live("zhengtong.identity.sign-in.address-attempts", "30", SettingKind.whole(5, 5000));

    @Override
    public List<Setting<?>> settings() {
        return List.of(ATTEMPTS, PAUSE, ADDRESS_NAMES, ADDRESS_ATTEMPTS);
    }
}
