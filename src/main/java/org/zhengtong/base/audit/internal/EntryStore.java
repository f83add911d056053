package org.zhengtong.base.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditSubject;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.TreeHash;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads entries. */
@Component
class EntryStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry with its leaf hash. */
    record Hashed(AuditEntry entry, TreeHash leaf) {}

    void add(Hashed hashed) {
        var entry = hashed.entry();
        var action = entry.action();
        jdbc.sql("""
                        with fresh as (
                          insert into audit.entry
                            (id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail)
                          values (:id, :at, :actorKind, :actorId, :actorName, :origin, :event, :subjectType, :subjectId,
                                  :why, cast(:detail as jsonb)))
                        insert into audit.pending (entry_id, leaf_hash)
                        values (:id, :leaf)
                        """)
                .param("id", entry.id().value())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actorKind", action.actor().kind().name())
                .param("actorId", action.actor().id())
                .param("actorName", action.actor().name())
                .param("origin", entry.origin())
                .param("event", action.event())
                .param("subjectType", action.subject().type())
                .param("subjectId", action.subject().id())
                .param("why", action.why(), java.sql.Types.VARCHAR)
                .param("detail", CanonicalEntry.object(action.detail()))
                .param("leaf", hashed.leaf().bytes())
                .update();
    }

    void addAll(List<Hashed> all) {
        jdbc.sql("""
                        with fresh as (
                          select *
                          from unnest(
                            cast(:ids as uuid[]), cast(:ats as timestamptz[]), cast(:actorKinds as text[]),
                            cast(:actorIds as text[]), cast(:actorNames as text[]), cast(:origins as text[]),
                            cast(:events as text[]), cast(:subjectTypes as text[]), cast(:subjectIds as text[]),
                            cast(:whys as text[]), cast(:details as jsonb[]), cast(:leaves as bytea[]))
                          as t (id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id,
                                why, detail, leaf)),
                        written as (
                          insert into audit.entry
                            (id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail)
                          select id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail
                          from fresh)
                        insert into audit.pending (entry_id, leaf_hash)
                        select id, leaf
                        from fresh
                        """)
                .param("ids", texts(all, hashed -> hashed.entry().id().toString()))
                .param("ats", texts(all, hashed -> hashed.entry().at().toString()))
                .param("actorKinds", texts(all, hashed -> actor(hashed).kind().name()))
                .param("actorIds", texts(all, hashed -> actor(hashed).id()))
                .param("actorNames", texts(all, hashed -> actor(hashed).name()))
                .param("origins", texts(all, hashed -> hashed.entry().origin()))
                .param("events", texts(all, hashed -> hashed.entry().action().event()))
                .param("subjectTypes", texts(all, hashed -> subject(hashed).type()))
                .param("subjectIds", texts(all, hashed -> subject(hashed).id()))
                .param("whys", texts(all, hashed -> hashed.entry().action().why()))
                .param(
                        "details",
                        texts(
                                all,
                                hashed -> CanonicalEntry.object(
                                        hashed.entry().action().detail())))
                .param(
                        "leaves",
                        all.stream().map(hashed -> hashed.leaf().bytes()).toArray(byte[][]::new))
                .update();
    }

    Optional<AuditEntry> find(EntryId id) {
        return jdbc.sql("""
                        select id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail
                        from audit.entry
                        where id = :id
                        """).param("id", id.value()).query(EntryStore::toEntry).optional();
    }

    List<AuditEntry> about(AuditSubject subject) {
        return jdbc.sql("""
                        select id, at, actor_kind, actor_id, actor_name, origin, event, subject_type, subject_id, why, detail
                        from audit.entry
                        where subject_type = :type
                          and subject_id = :id
                        order by id
                        """)
                .param("type", subject.type())
                .param("id", subject.id())
                .query(EntryStore::toEntry)
                .list();
    }

    /** Entries that are neither in the tree nor waiting for it; there must be none. */
    Optional<EntryId> findLost() {
        return jdbc.sql("""
                        select id
                        from audit.entry
                        where not exists (select from audit.leaf where entry_id = id)
                          and not exists (select from audit.pending where entry_id = id)
                        order by id
                        limit 1
                        """)
                .query((row, number) -> new EntryId(row.getObject("id", UUID.class)))
                .optional();
    }

    static AuditEntry toEntry(ResultSet row, int number) throws SQLException {
        var actor = new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_name"));
        var action = new AuditAction(
                actor,
                row.getString("event"),
                new AuditSubject(row.getString("subject_type"), row.getString("subject_id")),
                row.getString("why"),
                JSON.readValue(row.getString("detail"), TEXTS));
        return new AuditEntry(
                new EntryId(row.getObject("id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("origin"),
                action);
    }

    private static Actor actor(Hashed hashed) {
        return hashed.entry().action().actor();
    }

    private static AuditSubject subject(Hashed hashed) {
        return hashed.entry().action().subject();
    }

    private static String[] texts(
            List<Hashed> all, java.util.function.Function<Hashed, @org.jspecify.annotations.Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
