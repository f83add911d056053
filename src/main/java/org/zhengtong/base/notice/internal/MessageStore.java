package org.zhengtong.base.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.MessageId;
import org.zhengtong.base.notice.Notice;

/** Messages in {@code notice.message}. */
@Component
class MessageStore {

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this recipient had this once-only message before. */
    boolean insert(Notice notice, int version, boolean urgent, Instant at) {
        return jdbc.sql("""
                insert into notice.message (recipient, template, template_version, args, link, urgent, once, sent_at)
                values (:recipient, :template, :version, :args, :link, :urgent, :once, :at)
                on conflict (recipient, once) where once is not null do nothing
                """)
                        .param("recipient", notice.to().value())
                        .param("template", notice.template())
                        .param("version", version)
                        .param("urgent", urgent)
                        .param("args", notice.args().toArray(String[]::new))
                        .param("link", notice.link())
                        .param("once", notice.once())
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    long countUnread(AccountId account) {
        return jdbc.sql("select count(*) from notice.message where recipient = :account and read_at is null")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    List<Message> list(AccountId account, @Nullable MessageId before, int limit) {
        return jdbc.sql("""
                select id, template, template_version, args, link, sent_at, read_at, passed_on_from
                from notice.message
                where recipient = :account and id < :before
                order by id desc
                limit :limit
                """)
                .param("account", account.value())
                .param("before", before == null ? Long.MAX_VALUE : before.value())
                .param("limit", limit)
                .query(MessageStore::toMessage)
                .list();
    }

    Optional<Message> markRead(AccountId account, MessageId id, Instant at) {
        return jdbc.sql("""
                update notice.message
                set read_at = coalesce(read_at, :at)
                where recipient = :account and id = :id
                returning id, template, template_version, args, link, sent_at, read_at, passed_on_from
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("at", utc(at))
                .query(MessageStore::toMessage)
                .optional();
    }

    int markAllRead(AccountId account, Instant at) {
        return jdbc.sql("update notice.message set read_at = :at where recipient = :account and read_at is null")
                .param("account", account.value())
                .param("at", utc(at))
                .update();
    }

    private static Message toMessage(ResultSet row, int number) throws SQLException {
        var passedOnFrom = row.getObject("passed_on_from", Long.class);
        return new Message(
                new MessageId(row.getLong("id")),
                row.getString("template"),
                row.getInt("template_version"),
                texts(row, "args"),
                row.getString("link"),
                instant(row, "sent_at"),
                instantOrNull(row, "read_at"),
                passedOnFrom == null ? null : new AccountId(passedOnFrom));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
