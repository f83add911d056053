package org.zhengtong.base.identity.web;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** How long somebody stays signed in. */
@Component
class SessionSettings implements DeclaredSettings {

    /** From the sign-in, however busy. */
    static final Setting<Duration> LENGTH =
            Setting.live("zhengtong.identity.session.length", "12h", SettingKind.duration("15m", "168h"));

    /** Without a request. */
    static final Setting<Duration> IDLE =
            Setting.live("zhengtong.identity.session.idle", "30m", SettingKind.duration("5m", "24h"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(LENGTH, IDLE);
    }
}
