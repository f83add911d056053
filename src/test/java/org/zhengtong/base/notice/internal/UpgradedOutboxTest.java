package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.DeliveryState;
import org.zhengtong.testing.RoomDatabase;

/** What an earlier version left: mails on their way, addresses, messages that were sent already. */
class UpgradedOutboxTest {

    @Test
    void mails_addresses_and_messages_of_an_earlier_version_live_on() {
        var database = RoomDatabase.with();
        var jdbc = JdbcClient.create(database);
        migrate(database, "1");
        jdbc.sql("""
                insert into notice.message (recipient, template, args, sent_at) values (7, 'a.notice.b', '{}', now());
                insert into notice.mail_address (account, address, kept_at) values (7, 'w@example.cn', now());
                insert into notice.mail (recipient, address, template, args, state, created_at, next_at)
                values (7, 'w@example.cn', 'a.notice.b', '{x}', 'WAITING', now(), now());
                """).update();

        migrate(database, "latest");

        var contacts = new ContactStore(jdbc);
        assertThat(contacts.of(new AccountId(7)))
                .singleElement()
                .satisfies(contact -> assertThat(contact.address()).isEqualTo("w@example.cn"));
        var later = Instant.parse("2100-01-01T00:00:00Z");
        var mail = new DeliveryStore(jdbc).claim(Channel.MAIL, QuietHours.Moment.NEVER_QUIET, later, later);
        assertThat(mail).isPresent();
        assertThat(mail.get().state()).isEqualTo(DeliveryState.SENDING);
        assertThat(mail.get().args()).containsExactly("x");
        assertThat(new SpreadStore(jdbc).take(10)).as("not sent a second time").isEmpty();
    }

    private static void migrate(javax.sql.DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas("notice")
                .locations("classpath:db/migration/notice")
                .target(target)
                .load()
                .migrate();
    }
}
