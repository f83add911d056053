package org.zhengtong.base.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Mail;
import org.zhengtong.base.notice.MailState;
import org.zhengtong.base.notice.Notice;

/** The outbox in {@code notice.mail}. */
@Component
class MailStore {

    private static final String COLUMNS = """
            id, recipient, address, template, args, link, state, attempts, created_at, next_at, ended_at, answer
            """;

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Notice notice, String address, Instant at) {
        jdbc.sql("""
                insert into notice.mail (recipient, address, template, args, link, state, created_at, next_at)
                values (:recipient, :address, :template, :args, :link, 'WAITING', :at, :at)
                """)
                .param("recipient", notice.to().value())
                .param("address", address)
                .param("template", notice.template())
                .param("args", notice.args().toArray(String[]::new))
                .param("link", notice.link())
                .param("at", MessageStore.utc(at))
                .update();
    }

    /** Takes one due mail; a mail that another instance is sending comes back when {@code until} has passed. */
    Optional<Mail> claim(Instant now, Instant until) {
        return jdbc.sql("""
                update notice.mail
                set state = 'SENDING', attempts = attempts + 1, next_at = :until
                where id = (
                    select id
                    from notice.mail
                    where state in ('WAITING', 'SENDING') and next_at <= :now
                    order by next_at, id
                    limit 1
                    for update skip locked)
                returning
                """ + COLUMNS)
                .param("now", MessageStore.utc(now))
                .param("until", MessageStore.utc(until))
                .query(MailStore::toMail)
                .optional();
    }

    void markSent(Mail mail, String answer, Instant at) {
        mark(mail, MailState.SENT, answer, mail.nextAt(), at);
    }

    void markWaiting(Mail mail, String answer, Instant nextAt) {
        mark(mail, MailState.WAITING, answer, nextAt, null);
    }

    void markFailed(Mail mail, String answer, Instant at) {
        mark(mail, MailState.FAILED, answer, mail.nextAt(), at);
    }

    /** Only the attempt that holds the mail may close it. */
    private void mark(Mail mail, MailState state, String answer, Instant nextAt, @Nullable Instant endedAt) {
        jdbc.sql("""
                update notice.mail
                set state = :state, answer = :answer, next_at = :nextAt, ended_at = :endedAt
                where id = :id and state = 'SENDING' and attempts = :attempts
                """)
                .param("id", mail.id())
                .param("attempts", mail.attempts())
                .param("state", state.name())
                .param("answer", answer)
                .param("nextAt", MessageStore.utc(nextAt))
                .param("endedAt", endedAt == null ? null : MessageStore.utc(endedAt))
                .update();
    }

    boolean reopen(long id, Instant at) {
        return jdbc.sql("""
                update notice.mail
                set state = 'WAITING', attempts = 0, next_at = :at, ended_at = null
                where id = :id and state = 'FAILED'
                """).param("id", id).param("at", MessageStore.utc(at)).update() > 0;
    }

    Map<MailState, Long> counts() {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        jdbc.sql("select state, count(*) as mails from notice.mail group by state")
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString("state")), row.getLong("mails"));
                });
        return counts;
    }

    List<Mail> newest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from notice.mail order by id desc limit :limit")
                .param("limit", limit)
                .query(MailStore::toMail)
                .list();
    }

    private static Mail toMail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getLong("id"),
                new AccountId(row.getLong("recipient")),
                row.getString("address"),
                row.getString("template"),
                MessageStore.texts(row, "args"),
                row.getString("link"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                MessageStore.instant(row, "created_at"),
                MessageStore.instant(row, "next_at"),
                row.getString("ended_at") == null ? null : MessageStore.instant(row, "ended_at"),
                row.getString("answer"));
    }
}
