package org.zhengtong.service.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.SupplementItem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was missing, and what the applicant sent for it. */
@Component
class SupplementStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SupplementStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void request(long key, Instant at, CurrentUser by, List<SupplementItem> items) {
        jdbc.sql("""
            insert into casework.supplement (case_id, requested_at, requested_by, by_name, items)
            values (:id, :at, :by, :name, cast(:items as jsonb))
            """)
                .param("id", key)
                .param("at", Timestamp.from(at))
                .param("by", by.id().value())
                .param("name", by.name())
                .param("items", json.writeValueAsString(items))
                .update();
    }

    void arrive(long key, Instant at, ObjectNode answers, List<MaterialRow> materials) {
        jdbc.sql("update casework.supplement set arrived_at = :at where case_id = :id")
                .param("id", key)
                .param("at", Timestamp.from(at))
                .update();
        keep(key, answers, materials);
    }

    /** The answers as they are from now on, with their files. */
    void keep(long key, ObjectNode answers, List<MaterialRow> materials) {
        jdbc.sql("""
            with former as (
                delete from casework.material where case_id = :id and position > :count
            ), material as (
                insert into casework.material (case_id, position, key, title, file, name, bytes)
                select :id, m.position, m.key, m.title, m.file, m.name, m.bytes
                from json_to_recordset(cast(:materials as json)) as m (position smallint, key text, title text,
                    file text, name text, bytes bigint)
                on conflict (case_id, position) do update
                set key = excluded.key, title = excluded.title, file = excluded.file, name = excluded.name,
                    bytes = excluded.bytes
            )
            update casework.case_answers set answers = cast(:answers as jsonb) where case_id = :id
            """)
                .param("id", key)
                .param("count", materials.size())
                .param("materials", json.writeValueAsString(materials))
                .param("answers", json.writeValueAsString(answers))
                .update();
    }
}
