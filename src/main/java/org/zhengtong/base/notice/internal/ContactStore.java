package org.zhengtong.base.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Contact;
import org.zhengtong.base.notice.Contacts.Preference;
import org.zhengtong.base.notice.QuietTime;

/** Checked addresses in {@code notice.contact}, codes in {@code notice.contact_code}, choices in {@code notice.preference}. */
@Component
class ContactStore {

    /** A code that was sent; the code itself is not kept. */
    record Asked(String address, String codeHash, Instant sentAt, Instant expiresAt, int tries, int sendings) {}

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Contact> of(AccountId account) {
        return jdbc.sql("""
                select account, channel, address, enabled, verified_at
                from notice.contact
                where account = :account
                """)
                .param("account", account.value())
                .query(ContactStore::toContact)
                .list();
    }

    /** Who is reached where, for a set of accounts in one look-up. */
    Map<Long, List<Contact>> enabledOf(Collection<Long> accounts) {
        record Row(long account, Contact contact) {}
        return jdbc
                .sql("""
                select account, channel, address, enabled, verified_at
                from notice.contact
                where account = any(:accounts) and enabled
                """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, number) -> new Row(row.getLong("account"), toContact(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::account, HashMap::new, Collectors.mapping(Row::contact, Collectors.toList())));
    }

    private static Contact toContact(ResultSet row, int number) throws SQLException {
        return new Contact(
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getBoolean("enabled"),
                MessageStore.instant(row, "verified_at"));
    }

    void save(AccountId account, Channel channel, String address, Instant at) {
        jdbc.sql("""
                insert into notice.contact (account, channel, address, verified_at)
                values (:account, :channel, :address, :at)
                on conflict (account, channel) do update
                set address = excluded.address, verified_at = excluded.verified_at, enabled = true
                """)
                .param("account", account.value())
                .param("channel", channel.name())
                .param("address", address)
                .param("at", MessageStore.utc(at))
                .update();
    }

    void enable(AccountId account, Channel channel, boolean enabled) {
        jdbc.sql("update notice.contact set enabled = :enabled where account = :account and channel = :channel")
                .param("account", account.value())
                .param("channel", channel.name())
                .param("enabled", enabled)
                .update();
    }

    void delete(AccountId account, Channel channel) {
        for (var table : List.of("notice.contact", "notice.contact_code")) {
            jdbc.sql("delete from " + table + " where account = :account and channel = :channel")
                    .param("account", account.value())
                    .param("channel", channel.name())
                    .update();
        }
    }

    Optional<Asked> lockAsked(AccountId account, Channel channel) {
        return jdbc.sql("""
                select address, code_hash, sent_at, expires_at, tries, sendings
                from notice.contact_code
                where account = :account and channel = :channel
                for update
                """)
                .param("account", account.value())
                .param("channel", channel.name())
                .query((row, number) -> new Asked(
                        row.getString("address"),
                        row.getString("code_hash"),
                        MessageStore.instant(row, "sent_at"),
                        MessageStore.instant(row, "expires_at"),
                        row.getInt("tries"),
                        row.getInt("sendings")))
                .optional();
    }

    void ask(AccountId account, Channel channel, Asked asked) {
        jdbc.sql("""
                insert into notice.contact_code
                    (account, channel, address, code_hash, sent_at, expires_at, tries, sendings)
                values (:account, :channel, :address, :hash, :sentAt, :expiresAt, 0, :sendings)
                on conflict (account, channel) do update
                set address = excluded.address, code_hash = excluded.code_hash, sent_at = excluded.sent_at,
                    expires_at = excluded.expires_at, tries = 0, sendings = excluded.sendings
                """)
                .param("account", account.value())
                .param("channel", channel.name())
                .param("address", asked.address())
                .param("hash", asked.codeHash())
                .param("sentAt", MessageStore.utc(asked.sentAt()))
                .param("expiresAt", MessageStore.utc(asked.expiresAt()))
                .param("sendings", asked.sendings())
                .update();
    }

    void countTry(AccountId account, Channel channel) {
        jdbc.sql("update notice.contact_code set tries = tries + 1 where account = :account and channel = :channel")
                .param("account", account.value())
                .param("channel", channel.name())
                .update();
    }

    /** Used up: nobody can try it any more; how many were sent within the hour stays known. */
    void useUp(AccountId account, Channel channel, Instant at) {
        jdbc.sql("""
                update notice.contact_code
                set expires_at = :at
                where account = :account and channel = :channel
                """)
                .param("account", account.value())
                .param("channel", channel.name())
                .param("at", MessageStore.utc(at))
                .update();
    }

    Preference preference(AccountId account) {
        return jdbc.sql(
                        "select language, deputy, quiet_from, quiet_until from notice.preference where account = :account")
                .param("account", account.value())
                .query((row, number) -> {
                    var deputy = row.getObject("deputy", Long.class);
                    return new Preference(
                            row.getString("language"), deputy == null ? null : new AccountId(deputy), quiet(row));
                })
                .optional()
                .orElse(new Preference("zh", null, null));
    }

    private static @Nullable QuietTime quiet(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        var until = row.getObject("quiet_until", LocalTime.class);
        return from == null || until == null ? null : new QuietTime(from, until);
    }

    /** Which of these chose their own quiet hours. */
    Map<Long, QuietTime> quietOf(Collection<Long> accounts) {
        var chosen = new HashMap<Long, QuietTime>();
        jdbc.sql("""
                select account, quiet_from, quiet_until
                from notice.preference
                where account = any(:accounts)
                    and quiet_from is not null
                """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, number) -> chosen.put(row.getLong("account"), quiet(row)))
                .list();
        return chosen;
    }

    void savePreference(AccountId account, Preference preference, Instant at) {
        var deputy = preference.deputy();
        var quiet = preference.quiet();
        jdbc.sql("""
                insert into notice.preference (account, language, deputy, quiet_from, quiet_until, changed_at)
                values (:account, :language, :deputy, :from, :until, :at)
                on conflict (account) do update
                set language = excluded.language, deputy = excluded.deputy, quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until, changed_at = excluded.changed_at
                """)
                .param("account", account.value())
                .param("language", preference.language())
                .param("deputy", deputy == null ? null : deputy.value())
                .param("from", quiet == null ? null : quiet.from())
                .param("until", quiet == null ? null : quiet.until())
                .param("at", MessageStore.utc(at))
                .update();
    }
}
