package org.zhengtong.service.crossing.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases cross, between this node and which other. */
@Component
class PassageStore {

    private final JdbcClient jdbc;

    PassageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case that crosses. */
    record Passage(String caseNumber, String node, boolean handledHere) {}

    Optional<Passage> find(String caseNumber) {
        return jdbc.sql("""
                select case_number, node, handled_here from crossing.passage where case_number = :number
                """).param("number", caseNumber).query(Passage.class).optional();
    }

    /** Cases whose news wait because the other node was not known or did not take them. */
    List<Passage> waiting(int most) {
        return jdbc.sql("""
                select case_number, node, handled_here from crossing.passage where waiting
                order by case_number limit :most
                """).param("most", most).query(Passage.class).list();
    }

    boolean isWaiting(String caseNumber) {
        return jdbc.sql("select exists (select from crossing.passage where case_number = :number and waiting)")
                .param("number", caseNumber)
                .query(Boolean.class)
                .single();
    }

    void waits(Passage passage) {
        jdbc.sql("""
                insert into crossing.passage (case_number, node, handled_here, waiting)
                values (:number, :node, :here, true)
                on conflict (case_number) do update set waiting = true
                """)
                .param("number", passage.caseNumber())
                .param("node", passage.node())
                .param("here", passage.handledHere())
                .update();
    }

    void sent(Passage passage, UUID envelope, Instant at) {
        jdbc.sql("""
                insert into crossing.passage (case_number, node, handled_here, waiting, envelope, sent_at)
                values (:number, :node, :here, false, :envelope, :at)
                on conflict (case_number) do update set waiting = false, envelope = excluded.envelope,
                    sent_at = excluded.sent_at
                """)
                .param("number", passage.caseNumber())
                .param("node", passage.node())
                .param("here", passage.handledHere())
                .param("envelope", envelope)
                .param("at", Timestamp.from(at))
                .update();
    }

    void heard(Passage passage, Instant at) {
        jdbc.sql("""
                insert into crossing.passage (case_number, node, handled_here, waiting, heard_at)
                values (:number, :node, :here, false, :at)
                on conflict (case_number) do update set heard_at = excluded.heard_at
                """)
                .param("number", passage.caseNumber())
                .param("node", passage.node())
                .param("here", passage.handledHere())
                .param("at", Timestamp.from(at))
                .update();
    }
}
