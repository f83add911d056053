package org.zhengtong.data.sharing.internal.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.sharing.GrantNumber;

/** Subscriptions that are delivered to other nodes. */
@Component
public class SubscriptionStore {

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One subscription and how far it was sent. */
    record Subscription(GrantNumber grant, NodeCode node, long position) {}

    public void add(GrantNumber grant, String node) {
        jdbc.sql("""
                insert into sharing.subscription (grant_number, node)
                values (:grant, :node)
                """).param("grant", grant.value()).param("node", node).update();
    }

    List<Subscription> all() {
        return jdbc.sql("""
                select s.grant_number, s.node, s.position
                from sharing.subscription s
                join sharing.data_grant g on g.number = s.grant_number
                where g.state = 'ACTIVE'
                order by s.grant_number
                """)
                .query((row, _) -> new Subscription(
                        new GrantNumber(row.getString("grant_number")),
                        new NodeCode(row.getString("node")),
                        row.getLong("position")))
                .list();
    }

    /** False when somebody else has sent meanwhile. */
    boolean advance(GrantNumber grant, long from, long to, Instant at) {
        return jdbc.sql("""
                update sharing.subscription
                set position = :to, last_sent_at = :at
                where grant_number = :grant
                  and position = :from
                """)
                        .param("grant", grant.value())
                        .param("from", from)
                        .param("to", to)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
