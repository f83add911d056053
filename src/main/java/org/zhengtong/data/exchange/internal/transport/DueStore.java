package org.zhengtong.data.exchange.internal.transport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which nodes there is anything to carry: one look instead of one a node. */
@Component
class DueStore {

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes of nodes with envelopes or receipts that are due, or with something that still lacks its beginning or a piece. */
    Set<String> nodes(Instant now, Instant gapsBefore) {
        return new HashSet<>(jdbc.sql("""
                select code from exchange.node n
                where exists (select from exchange.envelope e
                              where e.receiver = n.code and e.number is null)
                  or exists (select from exchange.envelope e
                             where e.receiver = n.code and e.state in ('WAITING', 'SENT') and e.due_at <= :now)
                  or exists (select from exchange.envelope e
                             where e.receiver = n.code and e.state in ('EXPIRED', 'WITHDRAWN') and e.ended_at is null
                               and e.due_at <= :now)
                  or exists (select from exchange.arrival a where a.sender = n.code and a.receipt_due)
                  or exists (select from exchange.arrival a
                             where a.sender = n.code and a.state in ('ARRIVING', 'WAITING') and a.arrived_at <= :gaps)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("gaps", gapsBefore.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }
}
