package org.zhengtong.data.mediation.internal.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.mediation.internal.directory.DirectoryText.Entry;
import tools.jackson.databind.json.JsonMapper;

/** What neighbours offer, and what they were told. */
@Component
class DirectoryStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry with the node it stands at. */
    record Foreign(String node, Entry entry) {}

    List<Foreign> all() {
        return jdbc.sql("select node, content from mediation.foreign_service order by node, code")
                .query((row, _) ->
                        new Foreign(row.getString("node"), JSON.readValue(row.getString("content"), Entry.class)))
                .list();
    }

    /** Puts what a node tells now in the place of what it told before. */
    void replace(String node, DirectoryText text, Instant at) {
        jdbc.sql("delete from mediation.foreign_service where node = :node")
                .param("node", node)
                .update();
        jdbc.sql("""
            insert into mediation.foreign_service (node, code, content, told_at)
            select :node, each ->> 'code', each, :at
            from jsonb_array_elements(cast(:services as jsonb)) each
            on conflict do nothing
            """)
                .param("node", node)
                .param("services", JSON.writeValueAsString(text.services()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> told(String node) {
        return jdbc.sql("select digest from mediation.told where node = :node")
                .param("node", node)
                .query(String.class)
                .optional();
    }

    void told(String node, String digest, Instant at) {
        jdbc.sql("""
            insert into mediation.told (node, digest, at) values (:node, :digest, :at)
            on conflict (node) do update set digest = excluded.digest, at = excluded.at
            """)
                .param("node", node)
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
