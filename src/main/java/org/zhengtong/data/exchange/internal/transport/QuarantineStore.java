package org.zhengtong.data.exchange.internal.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.NodeCode;

/** {@code exchange.quarantine}. */
@Component
public class QuarantineStore {

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that did not verify. */
    @SuppressWarnings("ArrayRecordComponent")
    record Held(long id, EnvelopeFault fault, byte[] content) {}

    /** A line of the list. */
    public record Line(
            long id,
            String source,
            String node,
            EnvelopeFault fault,
            long size,
            Instant arrivedAt,
            String state,
            String decidedBy,
            String why) {}

    void keep(String source, NodeCode node, EnvelopeFault fault, byte[] content, Instant at) {
        jdbc.sql("""
                insert into exchange.quarantine (source, node, fault, content, arrived_at, state)
                values (:source, :node, :fault, :content, :at, 'WAITING')
                """)
                .param("source", source)
                .param("node", node.value())
                .param("fault", fault.name())
                .param("content", content)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public long waiting() {
        return jdbc.sql("select count(*) from exchange.quarantine where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    Optional<Held> lock(long id) {
        return jdbc.sql("""
                select id, fault, content from exchange.quarantine where id = :id and state = 'WAITING' for update
                """)
                .param("id", id)
                .query((row, number) -> new Held(
                        row.getLong("id"), EnvelopeFault.valueOf(row.getString("fault")), row.getBytes("content")))
                .optional();
    }

    void decide(long id, String state, String by, String why, Instant at) {
        jdbc.sql("""
                update exchange.quarantine
                set state = :state, decided_by = :by, why = :why, decided_at = :at, content = ''
                where id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("by", by)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stillWrong(long id, EnvelopeFault fault) {
        jdbc.sql("update exchange.quarantine set fault = :fault where id = :id")
                .param("id", id)
                .param("fault", fault.name())
                .update();
    }

    /** Newest first, older than a number. */
    public List<Line> list(boolean waitingOnly, long before, int most) {
        return jdbc.sql("""
                select id, source, node, fault, octet_length(content) as size, arrived_at, state,
                       coalesce(decided_by, '') as decided_by, why
                from exchange.quarantine
                where id < :before and (not :waiting or state = 'WAITING')
                order by id desc
                limit :most
                """)
                .param("before", before)
                .param("waiting", waitingOnly)
                .param("most", most)
                .query(QuarantineStore::toLine)
                .list();
    }

    private static Line toLine(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("source"),
                row.getString("node"),
                EnvelopeFault.valueOf(row.getString("fault")),
                row.getLong("size"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("decided_by"),
                row.getString("why"));
    }
}
