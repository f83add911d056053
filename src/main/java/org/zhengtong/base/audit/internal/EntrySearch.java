package org.zhengtong.base.audit.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.audit.EntryId;

/** Lists entries, newest first, by keyset: identifiers sort by time, so time is a range of identifiers. */
@Component
class EntrySearch {

    private final JdbcClient jdbc;

    EntrySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditEntry> find(AuditQuery query) {
        var sql = new StringBuilder("""
                select id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail
                from audit.entry
                where id >= :from
                  and id < :below
                """);
        narrow(sql, query.actor(), "and (actor_id = :actor or strpos(actor_name, :actor) > 0)");
        narrow(sql, query.event(), "and (event = :event or starts_with(event, :event || '.'))");
        narrow(sql, query.subjectType(), "and subject_type = :subjectType");
        narrow(sql, query.subjectId(), "and subject_id = :subjectId");
        sql.append("order by id desc\nlimit :most\n");
        return jdbc.sql(sql.toString())
                .param("from", lowest(query).value())
                .param("below", below(query).value())
                .param("actor", query.actor())
                .param("event", query.event())
                .param("subjectType", query.subjectType())
                .param("subjectId", query.subjectId())
                .param("most", query.most())
                .query(EntryStore::toEntry)
                .list();
    }

    private static void narrow(StringBuilder sql, @Nullable String wanted, String condition) {
        if (wanted != null) {
            sql.append(condition).append('\n');
        }
    }

    private static EntryId lowest(AuditQuery query) {
        return EntryId.lowest(query.from() == null ? java.time.Instant.EPOCH : query.from());
    }

    private static EntryId below(AuditQuery query) {
        var end = query.until() == null
                ? EntryId.of("ffffffff-ffff-ffff-ffff-ffffffffffff")
                : EntryId.lowest(query.until());
        var before = query.before();
        return before != null && before.compareTo(end) < 0 ? before : end;
    }
}
