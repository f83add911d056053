package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import tools.jackson.databind.json.JsonMapper;

/** Legal documents: what they say, and the file once it is made. */
@Component
class DocumentStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DocumentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            long caseId,
            DocumentKind kind,
            int serial,
            DepartmentId department,
            LocalDate datedOn,
            Map<String, String> facts,
            @Nullable String file) {}

    Optional<Row> find(long caseId, DocumentKind kind, int serial) {
        return jdbc.sql("""
            select case_id, kind, serial, department, dated_on, facts, file
            from casework.document
            where case_id = :id and kind = :kind and serial = :serial
            """)
                .param("id", caseId)
                .param("kind", kind.name())
                .param("serial", serial)
                .query((row, number) -> new Row(
                        row.getLong("case_id"),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getInt("serial"),
                        new DepartmentId(row.getString("department")),
                        row.getObject("dated_on", LocalDate.class),
                        facts(row.getString("facts")),
                        row.getString("file")))
                .optional();
    }

    private Map<String, String> facts(String text) {
        var facts = new java.util.LinkedHashMap<String, String>();
        json.readTree(text)
                .properties()
                .forEach(entry -> facts.put(entry.getKey(), entry.getValue().asString("")));
        return facts;
    }

    record Unmade(long caseId, DocumentKind kind, int serial) {}

    List<Unmade> unmade(int limit) {
        return jdbc.sql("""
            select case_id, kind, serial
            from casework.document
            where file is null
            order by case_id, kind, serial
            limit :limit
            """).param("limit", limit).query(Unmade.class).list();
    }

    /** Keeps the file unless another made it meanwhile; says whether. */
    boolean keep(Row row, FileId file) {
        return jdbc.sql("""
            update casework.document set file = :file
            where case_id = :id and kind = :kind and serial = :serial and file is null
            """)
                        .param("id", row.caseId())
                        .param("kind", row.kind().name())
                        .param("serial", row.serial())
                        .param("file", file.toString())
                        .update()
                == 1;
    }
}
