package org.zhengtong.data.connectors.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingKind;

/** What administrators may change about connectors while the node runs. */
@Component
public class ConnectorSettings implements DeclaredSettings {

    /** Addresses that sources may have; nothing is reached that does not stand here. */
    public static final Setting<AllowedAddresses> ADDRESSES =
            Setting.live("zhengtong.connectors.addresses", "", AllowedAddresses.kind());

    /** How long a source may take to answer a question. */
    public static final Setting<Duration> PATIENCE =
            Setting.live("zhengtong.connectors.patience", "5m", SettingKind.duration("1s", "12h"));

    /** How long a file must have lain untouched before it is taken. */
    public static final Setting<Duration> QUIET =
            Setting.live("zhengtong.connectors.quiet", "10s", SettingKind.duration("0s", "1h"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(ADDRESSES, PATIENCE, QUIET);
    }
}
