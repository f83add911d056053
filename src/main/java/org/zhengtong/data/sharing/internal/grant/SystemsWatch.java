package org.zhengtong.data.sharing.internal.grant;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.ConnectedSystemChanged;

/** A system that was shut out reads nothing more: within the transaction that shuts it out, what is remembered of it ends. */
@Component
class SystemsWatch {

    private final EpochStore epoch;

    SystemsWatch(EpochStore epoch) {
        this.epoch = epoch;
    }

    @EventListener
    void on(ConnectedSystemChanged changed) {
        epoch.raise();
    }
}
