package org.zhengtong.base.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplate.Wording;

/** Texts that offices wrote, in {@code notice.template}. */
@Component
class TemplateStore {

    private static final String COLUMNS = """
            code, version, title_zh, body_zh, title_en, body_en, urgent, escalate_minutes, state, edited_by, edited_at,
            published_by, published_at
            """;

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MessageTemplate.Version> published() {
        return jdbc.sql("select " + COLUMNS + " from notice.template where state = 'PUBLISHED'")
                .query(TemplateStore::toVersion)
                .list();
    }

    Optional<MessageTemplate.Version> find(String code, int version) {
        return jdbc.sql("select " + COLUMNS + " from notice.template where code = :code and version = :version")
                .param("code", code)
                .param("version", version)
                .query(TemplateStore::toVersion)
                .optional();
    }

    List<MessageTemplate.Version> versions(String code) {
        return jdbc.sql("select " + COLUMNS + " from notice.template where code = :code order by version desc")
                .param("code", code)
                .query(TemplateStore::toVersion)
                .list();
    }

    /** Writes over the draft there is, or begins one; its version. */
    int saveDraft(MessageTemplate draft, String by, Instant at) {
        return jdbc.sql("""
                insert into notice.template
                    (code, version, title_zh, body_zh, title_en, body_en, urgent, escalate_minutes, state, edited_by,
                    edited_at)
                values (:code, (select coalesce(max(version), 0) + 1 from notice.template where code = :code), :titleZh,
                    :bodyZh, :titleEn, :bodyEn, :urgent, :escalate, 'DRAFT', :by, :at)
                on conflict (code) where state = 'DRAFT' do update
                set title_zh = excluded.title_zh, body_zh = excluded.body_zh, title_en = excluded.title_en,
                    body_en = excluded.body_en, urgent = excluded.urgent, escalate_minutes = excluded.escalate_minutes,
                    edited_by = excluded.edited_by, edited_at = excluded.edited_at
                returning version
                """)
                .param("code", draft.code())
                .param("titleZh", draft.chinese().title())
                .param("bodyZh", draft.chinese().body())
                .param("titleEn", draft.english().title())
                .param("bodyEn", draft.english().body())
                .param("urgent", draft.urgent())
                .param("escalate", draft.escalateMinutes())
                .param("by", by)
                .param("at", MessageStore.utc(at))
                .query(Integer.class)
                .single();
    }

    void retire(String code) {
        jdbc.sql("update notice.template set state = 'RETIRED' where code = :code and state = 'PUBLISHED'")
                .param("code", code)
                .update();
    }

    Optional<Integer> publishDraft(String code, String by, Instant at) {
        return jdbc.sql("""
                update notice.template
                set state = 'PUBLISHED', published_by = :by, published_at = :at
                where code = :code and state = 'DRAFT'
                returning version
                """)
                .param("code", code)
                .param("by", by)
                .param("at", MessageStore.utc(at))
                .query(Integer.class)
                .optional();
    }

    private static MessageTemplate.Version toVersion(ResultSet row, int number) throws SQLException {
        return new MessageTemplate.Version(
                new MessageTemplate(
                        row.getString("code"),
                        row.getInt("version"),
                        new Wording(row.getString("title_zh"), row.getString("body_zh")),
                        new Wording(row.getString("title_en"), row.getString("body_en")),
                        row.getBoolean("urgent"),
                        row.getObject("escalate_minutes", Integer.class)),
                MessageTemplate.State.valueOf(row.getString("state")),
                row.getString("edited_by"),
                MessageStore.instant(row, "edited_at"),
                row.getString("published_by"),
                MessageStore.instantOrNull(row, "published_at"));
    }
}
