package org.zhengtong.base.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;

/** Messages on their way from the site to other channels. */
@Component
class SpreadStore {

    /** A message with what its spreading needs. */
    record Spread(
            long id,
            AccountId recipient,
            String template,
            int version,
            List<String> args,
            @Nullable String link,
            boolean urgent,
            @Nullable Long passedOnFrom) {}

    private static final String COLUMNS =
            " id, recipient, template, template_version, args, link, urgent, passed_on_from ";

    private final JdbcClient jdbc;

    SpreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the oldest messages that nobody has spread yet. */
    List<Spread> take(int most) {
        return jdbc.sql("""
                update notice.message
                set spread = true
                where id in (
                    select id
                    from notice.message
                    where not spread
                    order by id
                    limit :most
                    for update skip locked)
                returning
                """ + COLUMNS)
                .param("most", most)
                .query(SpreadStore::toSpread)
                .list();
    }

    /** Takes messages whose time to be acknowledged has run out. */
    List<Spread> takeUnacknowledged(Instant now, int most) {
        return jdbc.sql("""
                update notice.message
                set escalate_at = null, escalations = escalations + 1
                where id in (
                    select id
                    from notice.message
                    where escalate_at <= :now and read_at is null
                    order by escalate_at
                    limit :most
                    for update skip locked)
                returning
                """ + COLUMNS)
                .param("now", MessageStore.utc(now))
                .param("most", most)
                .query(SpreadStore::toSpread)
                .list();
    }

    void escalateAt(long message, Instant at) {
        jdbc.sql("update notice.message set escalate_at = :at where id = :id")
                .param("id", message)
                .param("at", MessageStore.utc(at))
                .update();
    }

    Set<Channel> usedChannels(long message) {
        return jdbc
                .sql("select distinct channel from notice.delivery where message = :id")
                .param("id", message)
                .query(String.class)
                .list()
                .stream()
                .map(Channel::valueOf)
                .collect(Collectors.toSet());
    }

    /** The same message for the deputy; once. */
    void passOn(Spread message, AccountId deputy, Instant at) {
        jdbc.sql("""
                insert into notice.message
                    (recipient, template, template_version, args, link, urgent, once, passed_on_from, sent_at)
                values (:deputy, :template, :version, :args, :link, :urgent, :once, :from, :at)
                on conflict (recipient, once) where once is not null do nothing
                """)
                .param("deputy", deputy.value())
                .param("template", message.template())
                .param("version", message.version())
                .param("args", message.args().toArray(String[]::new))
                .param("link", message.link())
                .param("urgent", message.urgent())
                .param("once", "passed-on:" + message.id())
                .param("from", message.recipient().value())
                .param("at", MessageStore.utc(at))
                .update();
    }

    private static Spread toSpread(ResultSet row, int number) throws SQLException {
        return new Spread(
                row.getLong("id"),
                new AccountId(row.getLong("recipient")),
                row.getString("template"),
                row.getInt("template_version"),
                MessageStore.texts(row, "args"),
                row.getString("link"),
                row.getBoolean("urgent"),
                row.getObject("passed_on_from", Long.class));
    }
}
