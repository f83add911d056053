package org.zhengtong.data.sharing.internal.grant;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The version of everything that permits are made from. Whoever changes that raises it in the same transaction; after the commit, other
 * nodes are told.
 */
@Component
public class EpochStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    EpochStore(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public long now() {
        return jdbc.sql("select number from sharing.epoch").query(Long.class).single();
    }

    void raise() {
        jdbc.sql("update sharing.epoch set number = number + 1").update();
        events.publishEvent(new GrantsChanged());
    }
}
