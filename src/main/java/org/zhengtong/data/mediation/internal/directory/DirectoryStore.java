package org.zhengtong.data.mediation.internal.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.mediation.Services.HeldGrant;
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
        jdbc.sql("delete from mediation.foreign_grant where node = :node")
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
        jdbc.sql("""
            insert into mediation.foreign_grant (node, number, service, consumer, purpose, valid_until)
            select :node, number, service, consumer, purpose, until
            from jsonb_to_recordset(cast(:grants as jsonb)) as t
              (number text, service text, consumer text, purpose text, until date)
            on conflict do nothing
            """)
                .param("node", node)
                .param("grants", JSON.writeValueAsString(text.grants()))
                .update();
    }

    List<HeldGrant> held(String node, String service, DepartmentId consumer, LocalDate day) {
        return jdbc.sql("""
            select number, purpose
            from mediation.foreign_grant
            where consumer = :consumer and node = :node and service = :service and valid_until >= :day
            order by number desc
            """)
                .param("consumer", consumer.value())
                .param("node", node)
                .param("service", service)
                .param("day", day)
                .query((row, _) -> new HeldGrant(row.getString("number"), consumer, row.getString("purpose")))
                .list();
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
