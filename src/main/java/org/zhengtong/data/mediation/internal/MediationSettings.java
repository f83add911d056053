package org.zhengtong.data.mediation.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** What administrators may change about mediated calls while the node runs. */
@Component
public class MediationSettings implements DeclaredSettings {

    /** Addresses that services of this node may have; nothing is called that does not stand here. */
    public static final Setting<AllowedAddresses> ADDRESSES =
            Setting.live("zhengtong.mediation.addresses", "", AllowedAddresses.kind());

    /** How many calls may be out at once. */
    public static final Setting<Integer> AT_ONCE =
            Setting.live("zhengtong.mediation.at-once", "64", SettingKind.whole(1, 10_000));

    /** How long another node may take to answer a call. */
    public static final Setting<Duration> PATIENCE =
            Setting.live("zhengtong.mediation.patience", "65s", SettingKind.duration("1s", "10m"));

    /** How long lines of calls are kept; the audit log keeps them longer. */
    public static final Setting<Duration> KEPT =
            Setting.live("zhengtong.mediation.kept", "400d", SettingKind.duration("1d", "4000d"));

    /** Name of the instance in GovStack addresses. */
    public static final Setting<String> INSTANCE =
            Setting.live("zhengtong.mediation.instance", "CN", SettingKind.text());

    @Override
    public List<Setting<?>> settings() {
        return List.of(ADDRESSES, AT_ONCE, PATIENCE, KEPT, INSTANCE);
    }
}
