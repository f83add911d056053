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
            DepartmentId department,
            LocalDate datedOn,
            Map<String, String> facts,
            @Nullable String file) {}

    Optional<Row> find(long caseId, DocumentKind kind) {
        return jdbc.sql("""
                select case_id, kind, department, dated_on, facts, file
                from casework.document
                where case_id = :id and kind = :kind
                """)
                .param("id", caseId)
                .param("kind", kind.name())
                .query((row, number) -> new Row(
                        row.getLong("case_id"),
                        DocumentKind.valueOf(row.getString("kind")),
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

    record Unmade(long caseId, DocumentKind kind) {}

    List<Unmade> unmade(int limit) {
        return jdbc.sql("""
                select case_id, kind
                from casework.document
                where file is null
                order by case_id, kind
                limit :limit
                """).param("limit", limit).query(Unmade.class).list();
    }

    /** Keeps the file unless another made it meanwhile; says whether. */
    boolean keep(long caseId, DocumentKind kind, FileId file) {
        return jdbc.sql("""
                update casework.document set file = :file
                where case_id = :id and kind = :kind and file is null
                """)
                        .param("id", caseId)
                        .param("kind", kind.name())
                        .param("file", file.toString())
                        .update()
                == 1;
    }
}
