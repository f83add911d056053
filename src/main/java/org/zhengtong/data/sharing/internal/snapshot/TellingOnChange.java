package org.zhengtong.data.sharing.internal.snapshot;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhengtong.data.sharing.internal.grant.GrantsChanged;

/** After a change of what is granted, other nodes hear of it. */
@Component
class TellingOnChange {

    private final GrantTelling telling;

    TellingOnChange(GrantTelling telling) {
        this.telling = telling;
    }

    @ApplicationModuleListener
    void on(GrantsChanged changed) {
        telling.tellAll();
    }
}
