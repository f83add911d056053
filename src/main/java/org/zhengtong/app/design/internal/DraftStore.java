package org.zhengtong.app.design.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.DesignId;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of items. */
@Component
class DraftStore {

    static final String COLUMNS = """
            select id, version, state, name, code, department, content, follows, item_version, reason, created_by,
                created_by_name, saved_at, saved_by_name, handed_in_by, reviewed_by_name, reviewed_at
            from design.draft
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DesignId insert(String name, DepartmentId department, ItemContent content, @Nullable DesignId follows, Saving by) {
        return new DesignId(jdbc.sql("""
                insert into design.draft (state, name, code, department, content, follows, created_by, created_by_name,
                    created_at, saved_at, saved_by_name)
                values ('EDITING', :name, '', :department, cast(:content as jsonb), :follows, :by, :byName, :at, :at, :byName)
                returning id
                """)
                .param("name", name)
                .param("department", department.value())
                .param("content", JSON.writeValueAsString(content))
                .param("follows", follows == null ? null : follows.value(), Types.BIGINT)
                .param("by", by.user().id().value())
                .param("byName", by.user().name())
                .param("at", Timestamp.from(by.at()))
                .query(Long.class)
                .single());
    }

    /** Who does something, and when. */
    record Saving(CurrentUser user, Instant at) {}

    Optional<ItemDesign> find(DesignId id) {
        return jdbc.sql(COLUMNS + "where id = :id and state <> 'REMOVED'")
                .param("id", id.value())
                .query(DraftStore::read)
                .optional();
    }

    Optional<ItemDesign> lock(DesignId id) {
        return jdbc.sql(COLUMNS + "where id = :id and state <> 'REMOVED' for update")
                .param("id", id.value())
                .query(DraftStore::read)
                .optional();
    }

    /** Whether another open draft has this code; until the end of the transaction nobody else can take it. */
    boolean codeTaken(String code, DesignId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('design.draft ' || :code, 0))")
                .param("code", code)
                .query((row, number) -> "")
                .list();
        return !code.isEmpty()
                && jdbc.sql("""
                        select count(*) > 0 from design.draft
                        where code = :code and id <> :id and state in ('EDITING', 'IN_REVIEW', 'SENT_BACK')
                        """)
                        .param("code", code)
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single();
    }

    /** Saves when nobody else has saved since; says whether. */
    boolean save(ItemDesign draft, ItemContent content, Saving by) {
        return jdbc.sql("""
                update design.draft
                set version = version + 1, name = :name, code = :code, department = :department,
                    content = cast(:content as jsonb), saved_at = :at, saved_by_name = :by
                where id = :id and version = :version and state in ('EDITING', 'SENT_BACK')
                """)
                        .param("id", draft.id().value())
                        .param("version", draft.version())
                        .param("name", draft.name())
                        .param("code", draft.code())
                        .param("department", draft.department().value())
                        .param("content", JSON.writeValueAsString(content))
                        .param("at", Timestamp.from(by.at()))
                        .param("by", by.user().name())
                        .update()
                == 1;
    }

    void handIn(DesignId id, Saving by) {
        jdbc.sql("""
                update design.draft
                set state = 'IN_REVIEW', version = version + 1, handed_in_by = :by, handed_in_at = :at, saved_at = :at
                where id = :id
                """)
                .param("id", id.value())
                .param("by", by.user().id().value())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    void takeBack(DesignId id, Instant at) {
        jdbc.sql("update design.draft set state = 'EDITING', version = version + 1, saved_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void review(DesignId id, DesignState state, @Nullable String reason, @Nullable Integer itemVersion, Saving by) {
        jdbc.sql("""
                update design.draft
                set state = :state, version = version + 1, reason = :reason, item_version = coalesce(:itemVersion, item_version),
                    reviewed_by_name = :by, reviewed_at = :at, saved_at = :at
                where id = :id
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("reason", reason, Types.VARCHAR)
                .param("itemVersion", itemVersion, Types.INTEGER)
                .param("by", by.user().name())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    void remove(DesignId id) {
        jdbc.sql("update design.draft set state = 'REMOVED', version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The earlier versions of an item end with its last. */
    void retireOthers(String code, Instant at) {
        jdbc.sql("""
                update design.draft set state = 'RETIRED', version = version + 1, saved_at = :at
                where code = :code and state = 'PUBLISHED'
                """).param("code", code).param("at", Timestamp.from(at)).update();
    }

    Optional<ItemDesign> lockRemoved(DesignId id) {
        return jdbc.sql(COLUMNS + "where id = :id and state = 'REMOVED' for update")
                .param("id", id.value())
                .query(DraftStore::read)
                .optional();
    }

    /** The draft of this item that was published last and was not taken back. */
    Optional<ItemDesign> published(String code) {
        return jdbc.sql(COLUMNS + """
                where code = :code and state = 'PUBLISHED'
                order by item_version desc
                limit 1
                """)
                .param("code", code)
                .query(DraftStore::read)
                .optional();
    }

    /** The open draft that changes this published one. */
    Optional<DesignId> following(String code) {
        return jdbc.sql("""
                select id from design.draft
                where code = :code and state in ('EDITING', 'IN_REVIEW', 'SENT_BACK')
                """).param("code", code).query(Long.class).optional().map(DesignId::new);
    }

    static ItemDesign read(ResultSet row, int number) throws SQLException {
        var follows = row.getObject("follows", Long.class);
        var handedInBy = row.getObject("handed_in_by", Long.class);
        var reviewedAt = row.getTimestamp("reviewed_at");
        return new ItemDesign(
                new DesignId(row.getLong("id")),
                row.getInt("version"),
                DesignState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("code"),
                new DepartmentId(row.getString("department")),
                JSON.readValue(row.getString("content"), ItemContent.class),
                follows == null ? null : new DesignId(follows),
                row.getObject("item_version", Integer.class),
                row.getString("reason"),
                new ItemDesign.Author(new AccountId(row.getLong("created_by")), row.getString("created_by_name")),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by_name"),
                handedInBy == null ? null : new AccountId(handedInBy),
                reviewedAt == null
                        ? null
                        : new ItemDesign.Review(row.getString("reviewed_by_name"), reviewedAt.toInstant()));
    }
}
