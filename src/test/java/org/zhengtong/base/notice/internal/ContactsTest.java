package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.ContactOutcome;
import org.zhengtong.base.notice.Contacts;
import org.zhengtong.base.notice.Deliveries;
import org.zhengtong.base.notice.Gateways;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplates;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.testing.GivenSettings;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** An address counts once its owner typed the code; what nobody reads goes on to the next channel and then the deputy. */
@PlatformTest
class ContactsTest {

    private static final Actor TESTER = Actor.system("test");
    private static final String TEMPLATE = "feedback.notice.complaint_ANSWERED";

    @Autowired
    private ContactStore store;

    @Autowired
    private DeliveryStore deliveryStore;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Jobs jobs;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Notices notices;

    @Autowired
    private Messages messages;

    @Autowired
    private MessageTemplates templates;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private SettableClock clock;

    private final TakingOutlet mail = new TakingOutlet(Channel.MAIL);
    private OutboxFixtures outbox;
    private Contacts contacts;

    /** Takes everything and remembers it. */
    private record TakingOutlet(Channel channel, List<Letter> letters) implements Outlet {

        TakingOutlet(Channel channel) {
            this(channel, new java.util.concurrent.CopyOnWriteArrayList<>());
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public List<Gateways.Fact> facts() {
            return List.of();
        }

        @Override
        public Answer hand(Letter letter) {
            letters.add(letter);
            return Answer.Taken.saying("250 ok");
        }
    }

    @BeforeEach
    void an_open_mail_channel() {
        outbox = OutboxFixtures.of(platform);
        var posting = new Posting(List.of(mail), deliveryStore, jobs, clock);
        contacts = new CheckedContacts(store, posting, new QuietHours(new GivenSettings(), clock), audit, clock);
    }

    @AfterEach
    void back() {
        clock.set(SettableClock.MONDAY_TEN);
        templates.restore(TEMPLATE, TESTER);
    }

    private ContactOutcome ask(AccountId account, String address) {
        return transaction.execute(_ -> contacts.ask(account, Channel.MAIL, address));
    }

    private ContactOutcome confirm(AccountId account, String code) {
        return transaction.execute(_ -> contacts.confirm(account, Channel.MAIL, code, TESTER));
    }

    private String codeSent() {
        outbox.dispatch().sendDue(mail);
        return mail.letters().getLast().text().replaceAll("(?s)[^0-9]*([0-9]{6}).*", "$1");
    }

    @Test
    void an_address_counts_once_the_code_came_back_and_the_code_is_not_kept() {
        var reader = outbox.reader();
        assertThat(ask(reader, "new@example.cn")).isInstanceOf(ContactOutcome.CodeSent.class);
        assertThat(contacts.of(reader)).isEmpty();
        var code = codeSent();

        assertThat(confirm(reader, code.equals("111111") ? "222222" : "111111"))
                .isEqualTo(new ContactOutcome.WrongCode(4));
        assertThat(confirm(reader, code)).isInstanceOf(ContactOutcome.Verified.class);

        assertThat(contacts.of(reader).getFirst().address()).isEqualTo("new@example.cn");
        assertThat(confirm(reader, code)).as("a second time").isInstanceOf(ContactOutcome.NoCode.class);
        assertThat(outbox.only(reader).args()).isEmpty();
        assertThat(deliveries.sendAgain(outbox.only(reader).id(), TESTER)).isFalse();
    }

    @Test
    void codes_expire_can_be_tried_five_times_and_asked_for_five_times_an_hour() {
        var reader = outbox.reader();
        ask(reader, "new@example.cn");
        var code = codeSent();
        for (var left = 4; left >= 0; left--) {
            assertThat(confirm(reader, "wrong")).isEqualTo(new ContactOutcome.WrongCode(left));
        }
        assertThat(confirm(reader, code)).isInstanceOf(ContactOutcome.NoCode.class);

        ask(reader, "new@example.cn");
        var late = codeSent();
        clock.advance(CheckedContacts.CODE_HOLDS);
        assertThat(confirm(reader, late)).isInstanceOf(ContactOutcome.NoCode.class);

        for (var more = 0; more < 3; more++) {
            assertThat(ask(reader, "new@example.cn")).isInstanceOf(ContactOutcome.CodeSent.class);
        }
        assertThat(ask(reader, "new@example.cn")).isInstanceOf(ContactOutcome.TooMany.class);
        clock.advance(Duration.ofMinutes(61));
        assertThat(ask(reader, "new@example.cn")).isInstanceOf(ContactOutcome.CodeSent.class);
    }

    @Test
    void a_code_that_nobody_can_use_any_more_is_not_sent_again() throws Exception {
        var reader = outbox.reader();
        ask(reader, "new@example.cn");
        int closed;
        try (var port = new java.net.ServerSocket(0)) {
            closed = port.getLocalPort();
        }
        var away = new MailServer(new MailSettings(
                "127.0.0.1", closed, null, null, "a@b.cn", MailSettings.Security.NONE, Duration.ofMillis(300)));
        for (var attempt = 0; attempt < 3; attempt++) {
            outbox.dispatch().sendDue(away);
            clock.advance(Duration.ofMinutes(6));
        }

        assertThat(outbox.only(reader).state()).isEqualTo(org.zhengtong.base.notice.DeliveryState.FAILED);
        assertThat(outbox.only(reader).args()).isEmpty();
    }

    @Test
    void what_is_no_address_or_has_no_gateway_is_refused() {
        var reader = outbox.reader();
        assertThat(ask(reader, "a@example.cn\r\nBcc: b@example.cn")).isInstanceOf(ContactOutcome.NotAnAddress.class);
        assertThat(contacts.ask(reader, Channel.SMS, "13800000426")).isInstanceOf(ContactOutcome.ChannelClosed.class);
    }

    @Test
    void a_channel_that_is_switched_off_gets_nothing_and_language_is_respected() {
        var reader = outbox.reader(Channel.MAIL);
        transaction.executeWithoutResult(
                _ -> contacts.prefer(reader, new Contacts.Preference("en", null, null), TESTER));
        notices.send(Notice.to(reader, TEMPLATE, "C-1"));
        outbox.spreading().spread();
        outbox.dispatch().sendDue(mail);
        assertThat(mail.letters().getLast().text()).contains("Complaint C-1").doesNotContain("投诉");

        transaction.executeWithoutResult(_ -> contacts.choose(reader, Channel.MAIL, false, TESTER));
        notices.send(Notice.to(reader, TEMPLATE, "C-2"));
        outbox.spreading().spread();
        assertThat(outbox.to(reader)).hasSize(1);
    }

    @Test
    void what_nobody_acknowledges_takes_the_next_channel_and_then_the_deputy() {
        var reader = outbox.reader(Channel.MAIL, Channel.SMS);
        var deputy = outbox.reader();
        transaction.executeWithoutResult(
                _ -> contacts.prefer(reader, new Contacts.Preference("zh", deputy, null), TESTER));
        escalateAfter(30);
        notices.send(Notice.to(reader, TEMPLATE, "C-1").linking("/complaints"));
        outbox.spreading().spread();
        assertThat(outbox.only(reader).channel()).isEqualTo(Channel.MAIL);

        clock.advance(Duration.ofMinutes(29));
        outbox.spreading().escalate();
        assertThat(outbox.to(reader)).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        outbox.spreading().escalate();
        assertThat(outbox.to(reader).getFirst().channel()).isEqualTo(Channel.SMS);
        assertThat(messages.unread(deputy)).isZero();
        clock.advance(Duration.ofMinutes(30));
        outbox.spreading().escalate();
        outbox.spreading().escalate();

        var passedOn = messages.list(deputy, null, 5);
        assertThat(passedOn).hasSize(1);
        assertThat(passedOn.getFirst().passedOnFrom()).isEqualTo(reader);
    }

    @Test
    void what_was_read_goes_nowhere_else() {
        var reader = outbox.reader(Channel.MAIL, Channel.SMS);
        escalateAfter(30);
        notices.send(Notice.to(reader, TEMPLATE, "C-1"));
        outbox.spreading().spread();
        messages.readAll(reader);
        clock.advance(Duration.ofHours(1));
        outbox.spreading().escalate();

        assertThat(outbox.to(reader)).hasSize(1);
    }

    private void escalateAfter(int minutes) {
        var own = templates.find(TEMPLATE).orElseThrow();
        templates.save(new MessageTemplate(TEMPLATE, 0, own.chinese(), own.english(), false, minutes), TESTER);
        templates.publish(TEMPLATE, TESTER);
    }

    @Test
    void a_message_keeps_the_text_it_was_sent_with() {
        var reader = outbox.reader(Channel.MAIL);
        var own = templates.find(TEMPLATE).orElseThrow();
        var other = new MessageTemplate.Wording("改过的标题 {0}", "{0} 有了答复，它''不是''格式 %s。");
        templates.save(new MessageTemplate(TEMPLATE, 0, other, own.english(), false, null), TESTER);
        templates.publish(TEMPLATE, TESTER);
        notices.send(Notice.to(reader, TEMPLATE, "{0}{1}$1"));
        templates.restore(TEMPLATE, TESTER);
        notices.send(Notice.to(reader, TEMPLATE, "C-2"));

        var told = messages.list(reader, null, 5);
        assertThat(messages.wording(told.getLast(), java.util.Locale.SIMPLIFIED_CHINESE)
                        .body())
                .as("values are not filled again")
                .isEqualTo("{0}{1}$1 有了答复，它''不是''格式 %s。");
        assertThat(messages.wording(told.getFirst(), java.util.Locale.SIMPLIFIED_CHINESE)
                        .title())
                .isEqualTo(own.chinese().title());
    }

    @Test
    void a_text_that_is_gone_fails_its_own_delivery_only() {
        var reader = outbox.reader(Channel.MAIL);
        notices.send(Notice.to(reader, TEMPLATE, "C-1"));
        outbox.spreading().spread();
        jdbc.sql("update notice.delivery set template_version = 99 where recipient = :reader")
                .param("reader", reader.value())
                .update();
        var other = outbox.reader(Channel.MAIL);
        notices.send(Notice.to(other, TEMPLATE, "C-2"));
        outbox.spreading().spread();
        outbox.dispatch().sendDue(mail);

        assertThat(outbox.only(reader).state()).isEqualTo(org.zhengtong.base.notice.DeliveryState.FAILED);
        assertThat(outbox.only(other).state()).isEqualTo(org.zhengtong.base.notice.DeliveryState.SENT);
    }
}
