package org.zhengtong.data.catalog.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogReading.Event;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.internal.check.NameKey;

/** Drafts and what happened to resources. */
@Component
public class DraftStore {
    public static final String COLUMNS = """
            id, code, department, state, purpose, base_version, revision, body, reason, edited_by, edited_at, filed_by,
                filed_by_account, filed_at, due_on, review_note
            """;

    private final JdbcClient jdbc;

    public DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static CatalogDraft draft(ResultSet row) throws SQLException {
        var code = row.getString("code");
        var filedAt = row.getTimestamp("filed_at");
        return new CatalogDraft(
                row.getLong("id"),
                code == null ? null : new ResourceCode(code),
                new DepartmentId(row.getString("department")),
                CatalogDraft.State.valueOf(row.getString("state")),
                CatalogDraft.Purpose.valueOf(row.getString("purpose")),
                row.getInt("base_version"),
                row.getInt("revision"),
                MetadataJson.read(row.getString("body")),
                row.getString("reason"),
                row.getString("edited_by"),
                row.getTimestamp("edited_at").toInstant(),
                filedAt == null
                        ? null
                        : new CatalogDraft.Filing(
                                new AccountId(row.getLong("filed_by_account")),
                                row.getString("filed_by"),
                                filedAt.toInstant(),
                                row.getDate("due_on").toLocalDate()),
                row.getString("review_note"));
    }

    /** What a new draft begins with. */
    public record NewDraft(
            @Nullable ResourceCode code,
            DepartmentId department,
            CatalogDraft.Purpose purpose,
            int baseVersion,
            ResourceMetadata metadata,
            String reason) {}

    public long add(NewDraft draft, CurrentUser by, Instant at) {
        return jdbc.sql("""
                insert into catalog.draft (code, department, state, purpose, base_version, name, name_key, provider_key,
                    body, reason, edited_by, edited_by_account, edited_at)
                values (:code, :department, 'DRAFT', :purpose, :base, :name, :nameKey, :providerKey, :body::jsonb,
                    :reason, :by, :account, :at)
                returning id
                """)
                .param("code", draft.code() == null ? null : draft.code().value(), java.sql.Types.VARCHAR)
                .param("department", draft.department().value())
                .param("purpose", draft.purpose().name())
                .param("base", draft.baseVersion())
                .param("name", draft.metadata().name())
                .param("nameKey", NameKey.of(draft.metadata().name()))
                .param("providerKey", NameKey.of(draft.metadata().provider().name()))
                .param("body", MetadataJson.write(draft.metadata()))
                .param("reason", draft.reason())
                .param("by", by.name())
                .param("account", by.id().value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    public Optional<CatalogDraft> find(long id) {
        return find("id = :key", id, "");
    }

    /** The draft, kept for this transaction alone. */
    public Optional<CatalogDraft> lock(long id) {
        return find("id = :key", id, " for update");
    }

    public Optional<CatalogDraft> findByCode(ResourceCode code) {
        return find("code = :key", code.value(), "");
    }

    private Optional<CatalogDraft> find(String condition, Object key, String ending) {
        return jdbc.sql("select " + COLUMNS + " from catalog.draft where " + condition + ending)
                .param("key", key)
                .query((row, number) -> draft(row))
                .optional();
    }

    public void save(long id, ResourceMetadata metadata, CurrentUser by, Instant at) {
        jdbc.sql("""
                update catalog.draft
                set body = :body::jsonb,
                    name = :name,
                    name_key = :nameKey,
                    provider_key = :providerKey,
                    revision = revision + 1,
                    edited_by = :by,
                    edited_by_account = :account,
                    edited_at = :at
                where id = :id
                """)
                .param("body", MetadataJson.write(metadata))
                .param("name", metadata.name())
                .param("nameKey", NameKey.of(metadata.name()))
                .param("providerKey", NameKey.of(metadata.provider().name()))
                .param("by", by.name())
                .param("account", by.id().value())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    public void markFiled(long id, ResourceCode code, CatalogDraft.Filing filing) {
        jdbc.sql("""
                update catalog.draft
                set state = 'FILED',
                    code = :code,
                    filed_by = :by,
                    filed_by_account = :account,
                    filed_at = :at,
                    due_on = :due,
                    review_note = ''
                where id = :id
                """)
                .param("code", code.value())
                .param("by", filing.by())
                .param("account", filing.account().value())
                .param("at", Timestamp.from(filing.at()))
                .param("due", Date.valueOf(filing.dueOn()))
                .param("id", id)
                .update();
    }

    public void markReviewed(long id, CatalogDraft.State state, String note, CurrentUser by, Instant at) {
        jdbc.sql("""
                update catalog.draft
                set state = :state,
                    review_note = :note,
                    reviewed_by = :by,
                    reviewed_at = :at
                where id = :id
                """)
                .param("state", state.name())
                .param("note", note)
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    public void markWithdrawn(long id) {
        jdbc.sql("update catalog.draft set state = 'DRAFT' where id = :id")
                .param("id", id)
                .update();
    }

    public void delete(long id) {
        jdbc.sql("delete from catalog.draft where id = :id").param("id", id).update();
    }

    public void tell(ResourceCode code, String kind, int version, String actor, String note, Instant at) {
        jdbc.sql("""
                insert into catalog.event (code, kind, version, actor, note, at)
                values (:code, :kind, :version, :actor, :note, :at)
                """)
                .param("code", code.value())
                .param("kind", kind)
                .param("version", version)
                .param("actor", actor)
                .param("note", note)
                .param("at", Timestamp.from(at))
                .update();
    }

    public List<Event> events(ResourceCode code) {
        return jdbc.sql("""
                select kind, version, actor, note, at
                from catalog.event
                where code = :code
                order by id desc
                limit 100
                """)
                .param("code", code.value())
                .query((row, number) -> new Event(
                        row.getString("kind"),
                        row.getInt("version"),
                        row.getString("actor"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
