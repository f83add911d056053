package org.zhengtong.data.exchange.internal.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.NodeCode;

/** Which instance carries to and from a node, and how that went. */
@Component
class LeaseStore {

    private final JdbcClient jdbc;

    LeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the node for a while, unless another instance has it or its next try is later. */
    boolean take(NodeCode node, String instance, Instant now, Duration length) {
        return jdbc.sql("""
                update exchange.node set leased_by = :instance, leased_until = :until
                where code = :node and standing = 'ACCEPTED'
                  and (leased_by is null or leased_by = :instance or leased_until < :now)
                  and (next_try_at is null or next_try_at <= :now)
                """)
                        .param("node", node.value())
                        .param("instance", instance)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", now.plus(length).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void release(NodeCode node, String instance) {
        jdbc.sql("update exchange.node set leased_by = null where code = :node and leased_by = :instance")
                .param("node", node.value())
                .param("instance", instance)
                .update();
    }

    void reached(NodeCode node, Instant now) {
        jdbc.sql("""
                update exchange.node
                set reached_at = :now, tried_at = :now, failures = 0, failure = '', next_try_at = null
                where code = :node
                """)
                .param("node", node.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It could not be reached; the pause doubles with each failure. */
    void failed(NodeCode node, String why, Instant now, Duration longestPause) {
        jdbc.sql("""
                update exchange.node
                set tried_at = :now, failures = failures + 1, failure = :why,
                    next_try_at = cast(:now as timestamptz)
                      + least(power(2, least(failures, 20)), :longest) * interval '1 second'
                where code = :node
                """)
                .param("node", node.value())
                .param("why", why.substring(0, Math.min(300, why.length())))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("longest", longestPause.toSeconds())
                .update();
    }
}
