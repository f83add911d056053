package org.zhengtong.data.connectors.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sources; their secrets are read alone. */
@Component
public class SourceStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String SELECT = """
        select id, name, department, kind, settings, secret is not null as kept, paused, changed_at, changed_by, tested_at,
               test_good, test_note
        from connectors.source
        """;

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(Source.Draft draft, Instant at, String by) {
        return jdbc.sql("""
            insert into connectors.source (name, department, kind, settings, changed_at, changed_by)
            values (:name, :department, :kind, cast(:settings as jsonb), :at, :by)
            returning id
            """)
                .param("name", draft.name())
                .param("department", draft.department().value())
                .param("kind", draft.kind().name())
                .param("settings", JSON.writeValueAsString(draft.settings()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** The key that a person confirmed stays as long as the machine does. */
    public void update(long id, Source.Draft draft, Instant at, String by) {
        jdbc.sql("""
            update connectors.source
            set name = :name, changed_at = :at, changed_by = :by,
                settings = cast(:settings as jsonb) || case
                    when settings -> 'hostKey' is not null and settings ->> 'host' = cast(:settings as jsonb) ->> 'host'
                        and settings ->> 'port' is not distinct from cast(:settings as jsonb) ->> 'port'
                    then jsonb_build_object('hostKey', settings -> 'hostKey')
                    else '{}'
                end
            where id = :id
            """)
                .param("id", id)
                .param("name", draft.name())
                .param("settings", JSON.writeValueAsString(draft.settings()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    public void pin(long id, String hostKey) {
        jdbc.sql("update connectors.source set settings = settings || jsonb_build_object('hostKey', cast(:key"
                        + " as text)) where id = :id")
                .param("id", id)
                .param("key", hostKey)
                .update();
    }

    public void keepSecret(long id, byte[] sealed) {
        jdbc.sql("update connectors.source set secret = :secret where id = :id")
                .param("id", id)
                .param("secret", sealed)
                .update();
    }

    public byte @Nullable [] secret(long id) {
        return jdbc.sql("select secret from connectors.source where id = :id and secret is not null")
                .param("id", id)
                .query((row, _) -> row.getBytes("secret"))
                .optional()
                .orElse(null);
    }

    public void tested(long id, Source.Tested tested) {
        jdbc.sql("""
            update connectors.source
            set tested_at = :at, test_good = :good, test_note = cast(:note as jsonb)
            where id = :id
            """)
                .param("id", id)
                .param("at", tested.at().atOffset(ZoneOffset.UTC))
                .param("good", tested.good())
                .param("note", JSON.writeValueAsString(tested.note()))
                .update();
    }

    public Optional<Source> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(SourceStore::toSource)
                .optional();
    }

    /** Those of the departments within a scope, by name. */
    public List<Source> list(DataScope scope) {
        return jdbc.sql(SELECT + """
             where (:everything or department = any (:departments) or department like any (:divisions))
            order by name, id
            """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(SourceStore::toSource)
                .list();
    }

    private static Source toSource(ResultSet row, int number) throws SQLException {
        var testedAt = row.getObject("tested_at", OffsetDateTime.class);
        return new Source(
                row.getLong("id"),
                row.getString("name"),
                new DepartmentId(row.getString("department")),
                SourceKind.valueOf(row.getString("kind")),
                JSON.readValue(row.getString("settings"), TEXTS),
                row.getBoolean("kept"),
                row.getBoolean("paused"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                testedAt == null
                        ? null
                        : new Source.Tested(
                                testedAt.toInstant(),
                                row.getBoolean("test_good"),
                                JSON.readValue(row.getString("test_note"), JobNote.class)));
    }
}
