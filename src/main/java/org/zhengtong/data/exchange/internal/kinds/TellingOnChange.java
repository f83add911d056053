package org.zhengtong.data.exchange.internal.kinds;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.NodesChanged;

/** After a decision about a node, the neighbours hear of it. */
@Component
class TellingOnChange {

    private final Telling telling;

    TellingOnChange(Telling telling) {
        this.telling = telling;
    }

    @ApplicationModuleListener
    void on(NodesChanged changed) {
        telling.tellAll();
    }
}
