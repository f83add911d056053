package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Mail;
import org.zhengtong.base.notice.MailAddresses;
import org.zhengtong.base.notice.MailOutbox;
import org.zhengtong.base.notice.MailState;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Mail leaves through a real SMTP server, once, and is lost neither by a refusing nor by a silent one. */
@PlatformTest
class MailTest {

    private static final AtomicLong ACCOUNTS = new AtomicLong(9_000_000);

    @Autowired
    Notices notices;

    @Autowired
    Messages messages;

    @Autowired
    MailAddresses addresses;

    @Autowired
    MailOutbox outbox;

    @Autowired
    MailStore mails;

    @Autowired
    Texts texts;

    @Autowired
    NodeMode mode;

    @Autowired
    SettableClock clock;

    GreenMail greenMail;
    AccountId reader;
    String address;

    @BeforeEach
    void a_server_and_a_reader() {
        emptyOutbox();
        greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        reader = new AccountId(ACCOUNTS.incrementAndGet());
        address = "reader" + reader + "@example.cn";
        addresses.keep(reader, address);
    }

    /** Mails of other tests are not this test's. */
    private void emptyOutbox() {
        while (true) {
            var mail = mails.claim(clock.instant().plus(Duration.ofDays(9)), clock.instant());
            if (mail.isEmpty()) {
                return;
            }
            mails.markFailed(mail.get(), "left over", clock.instant());
        }
    }

    @AfterEach
    void stop() {
        greenMail.stop();
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_message_is_in_the_site_at_once_and_leaves_once_by_mail_with_a_receipt() throws Exception {
        notices.send(Notice.to(
                        reader,
                        "supervision.notice.reminder",
                        "企业设立登记",
                        "370104-20260302-0017-5",
                        "2026-03-05",
                        "企业设立登记审查")
                .linking("/staff/cases/1")
                .once("reminder:1"));
        notices.send(Notice.to(
                        reader,
                        "supervision.notice.reminder",
                        "企业设立登记",
                        "370104-20260302-0017-5",
                        "2026-03-05",
                        "企业设立登记审查")
                .once("reminder:1"));
        assertThat(messages.unread(reader)).isEqualTo(1);

        var dispatch = dispatch(greenMail.getSmtp().getPort());
        dispatch.sendDue();
        dispatch.sendDue();

        var received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).contains("企业设立登记");
        assertThat(String.valueOf(received[0].getContent()))
                .contains("2026年3月5日")
                .contains(mode.publicUrl() + "/staff/cases/1");
        assertThat(mine().state()).isEqualTo(MailState.SENT);
        assertThat(mine().answer()).startsWith("250");
    }

    @Test
    void without_a_server_everything_waits() {
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));

        assertThat(outbox.configured()).isFalse();
        assertThat(mine().state()).isEqualTo(MailState.WAITING);
        assertThat(messages.unread(reader)).isEqualTo(1);
    }

    @Test
    void a_silent_server_costs_a_timeout_and_the_mail_leaves_once_after_its_recovery() throws Exception {
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));
        try (var silent = new ServerSocket(0)) {
            dispatch(silent.getLocalPort()).sendDue();
        }
        assertThat(mine().state()).isEqualTo(MailState.WAITING);
        assertThat(mine().attempts()).isEqualTo(1);

        var dispatch = dispatch(greenMail.getSmtp().getPort());
        dispatch.sendDue();
        assertThat(greenMail.getReceivedMessages())
                .as("not before its pause is over")
                .isEmpty();
        clock.advance(MailDispatch.PAUSES.getFirst());
        dispatch.sendDue();
        dispatch.sendDue();

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(mine().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_until_the_mail_is_given_up_and_can_be_sent_by_hand()
            throws Exception {
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));
        int closed;
        try (var port = new ServerSocket(0)) {
            closed = port.getLocalPort();
        }
        for (var round = 0; round <= MailDispatch.PAUSES.size(); round++) {
            dispatch(closed).sendDue();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(mine().state()).isEqualTo(MailState.FAILED);
        assertThat(mine().attempts()).isEqualTo(MailDispatch.PAUSES.size() + 1);

        assertThat(outbox.sendAgain(mine().id())).isTrue();
        dispatch(greenMail.getSmtp().getPort()).sendDue();

        assertThat(mine().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_not_tried_again() throws Exception {
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));
        try (var refusing = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answer(refusing));
            dispatch(refusing.getLocalPort()).sendDue();
        }

        assertThat(mine().state()).isEqualTo(MailState.FAILED);
        assertThat(mine().attempts()).isEqualTo(1);
        assertThat(mine().answer()).contains("550");
    }

    /** An SMTP server that knows nobody. */
    private static void answer(ServerSocket server) {
        try (var client = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = client.getOutputStream();
            out.write("220 refusing\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var answer = line.startsWith("RCPT") ? "550 5.1.1 nobody of that name\r\n" : "250 ok\r\n";
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void what_is_no_address_is_not_kept() {
        for (var wrong :
                List.of("nobody", "a@b", "a b@example.cn", "a@example.cn\r\nBcc: b@example.cn", "@example.cn")) {
            assertThat(addresses.keep(reader, wrong)).as(wrong).isFalse();
        }
        assertThat(addresses.find(reader)).contains(address);
        assertThat(addresses.keep(reader, " ")).isTrue();
        assertThat(addresses.find(reader)).isEmpty();
    }

    private MailDispatch dispatch(int port) {
        var settings = new MailSettings(
                "127.0.0.1",
                port,
                null,
                null,
                "no-reply@example.cn",
                MailSettings.Security.NONE,
                Duration.ofMillis(400));
        return new MailDispatch(mails, new MailServer(settings), texts, mode, clock);
    }

    private Mail mine() {
        return outbox.newest(50).stream()
                .filter(mail -> mail.recipient().equals(reader))
                .findFirst()
                .orElseThrow();
    }
}
