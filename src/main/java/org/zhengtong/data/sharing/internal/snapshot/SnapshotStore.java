package org.zhengtong.data.sharing.internal.snapshot;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Snapshots that other nodes sent, and what other nodes were told. */
@Component
class SnapshotStore {

    private final JdbcClient jdbc;

    SnapshotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a node was told last. */
    record Told(long number, String digest, Instant madeAt) {}

    /** What a node was told last; nobody else tells it until this transaction ends. */
    Told lockTold(String node) {
        jdbc.sql("""
                insert into sharing.told_grants (node, number, digest, made_at)
                values (:node, 0, '', 'epoch')
                on conflict do nothing
                """).param("node", node).update();
        return jdbc.sql("select number, digest, made_at from sharing.told_grants where node = :node for update")
                .param("node", node)
                .query((row, _) -> new Told(
                        row.getLong("number"),
                        row.getString("digest"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    void setTold(String node, Told told) {
        jdbc.sql("""
                update sharing.told_grants
                set number = :number, digest = :digest, made_at = :at
                where node = :node
                """)
                .param("node", node)
                .param("number", told.number())
                .param("digest", told.digest())
                .param("at", utc(told.madeAt()))
                .update();
    }

    /** Puts it in the place of an older one; false when one of this number or a later one is here. */
    boolean keep(SignedSnapshot signed, Instant at) {
        var snapshot = signed.snapshot();
        return jdbc.sql("""
                insert into sharing.grant_snapshot as s
                  (node, number, made_at, valid_until, received_at, key_id, signature, content)
                values (:node, :number, :made, :until, :at, :key, :signature, :content)
                on conflict (node) do update
                set number = excluded.number, made_at = excluded.made_at, valid_until = excluded.valid_until,
                    received_at = excluded.received_at, key_id = excluded.key_id, signature = excluded.signature,
                    content = excluded.content
                where s.number < excluded.number
                """)
                        .param("node", snapshot.sender())
                        .param("number", snapshot.number())
                        .param("made", utc(snapshot.madeAt()))
                        .param("until", utc(snapshot.validUntil()))
                        .param("at", utc(at))
                        .param("key", signed.keyId())
                        .param("signature", signed.signature())
                        .param("content", signed.content())
                        .update()
                == 1;
    }

    List<SignedSnapshot> all() {
        return jdbc.sql("select content, key_id, signature from sharing.grant_snapshot order by node")
                .query((row, _) ->
                        new SignedSnapshot(row.getBytes("content"), row.getString("key_id"), row.getBytes("signature")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
