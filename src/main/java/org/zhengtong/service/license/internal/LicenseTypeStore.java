package org.zhengtong.service.license.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.license.LicenseProblem;
import tools.jackson.databind.json.JsonMapper;

/** The licence types of the pack. */
@Component
class LicenseTypeStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    LicenseTypeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(LicenseType type) {
        jdbc.sql("""
                        insert into license.type (key, definition)
                        values (:key, cast(:definition as jsonb))
                        on conflict (key) do update
                        set definition = excluded.definition
                        """)
                .param("key", type.key())
                .param("definition", JSON.writeValueAsString(type))
                .update();
    }

    List<LicenseType> list() {
        return jdbc.sql("""
                        select definition
                        from license.type
                        order by definition ->> 'title', key
                        """)
                .query((row, number) -> JSON.readValue(row.getString("definition"), LicenseType.class))
                .list();
    }

    /** The type a procedure names, by its key or its code. */
    LicenseType require(String name) {
        return jdbc.sql("""
                        select definition
                        from license.type
                        where key = :name
                           or definition ->> 'code' = :name
                        """)
                .param("name", name)
                .query((row, number) -> JSON.readValue(row.getString("definition"), LicenseType.class))
                .optional()
                .orElseThrow(() -> new ProblemException(LicenseProblem.TYPE_NOT_FOUND, name));
    }
}
