package org.zhengtong.base.audit.internal;

import java.util.Collection;
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

    private static final EntryId LAST = EntryId.of("ffffffff-ffff-ffff-ffff-ffffffffffff");

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

    List<AuditEntry> about(
            String subjectType, Collection<String> subjectIds, String event, @Nullable EntryId before, int most) {
        return jdbc.sql("""
                        select id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail
                        from audit.entry
                        where subject_type = :type
                          and subject_id = any(:ids)
                          and event = :event
                          and id < :before
                        order by id desc
                        limit :most
                        """)
                .param("type", subjectType)
                .param("ids", subjectIds.toArray(String[]::new))
                .param("event", event)
                .param("before", (before == null ? LAST : before).value())
                .param("most", most)
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
        var end = query.until() == null ? LAST : EntryId.lowest(query.until());
        var before = query.before();
        return before != null && before.compareTo(end) < 0 ? before : end;
    }
}
