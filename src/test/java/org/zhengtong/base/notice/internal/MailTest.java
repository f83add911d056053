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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Deliveries;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryState;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Mail leaves through a real SMTP server, once, and is lost neither by a refusing nor by a silent one. */
@PlatformTest
class MailTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    @Autowired
    Notices notices;

    @Autowired
    Messages messages;

    @Autowired
    MailServer configured;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ApplicationContext platform;

    @Autowired
    NodeMode mode;

    @Autowired
    SettableClock clock;

    OutboxFixtures outbox;
    GreenMail greenMail;
    AccountId reader;

    @BeforeEach
    void a_server_and_a_reader() {
        outbox = OutboxFixtures.of(platform);
        greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        reader = outbox.reader(Channel.MAIL);
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
        outbox.spreading().spread();

        send(greenMail.getSmtp().getPort());
        send(greenMail.getSmtp().getPort());

        var received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).contains("企业设立登记");
        assertThat(String.valueOf(received[0].getContent()))
                .contains("2026年3月5日")
                .contains(mode.publicUrl() + "/staff/cases/1");
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
        assertThat(mine().answer()).startsWith("250");
    }

    @Test
    void without_a_server_everything_waits() {
        tell();

        assertThat(configured.configured()).isFalse();
        assertThat(outbox.dispatch().sendDue(configured)).isZero();
        assertThat(mine().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(messages.unread(reader)).isEqualTo(1);
    }

    private void tell() {
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));
        outbox.spreading().spread();
    }

    @Test
    void a_silent_server_costs_a_timeout_and_the_mail_leaves_once_after_its_recovery() throws Exception {
        tell();
        try (var silent = new ServerSocket(0)) {
            send(silent.getLocalPort(), SHORT);
        }
        assertThat(mine().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(mine().attempts()).isEqualTo(1);

        send(greenMail.getSmtp().getPort());
        assertThat(greenMail.getReceivedMessages())
                .as("not before its pause is over")
                .isEmpty();
        clock.advance(Dispatch.PAUSES.getFirst());
        send(greenMail.getSmtp().getPort());
        send(greenMail.getSmtp().getPort());

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_until_the_mail_is_given_up_and_can_be_sent_by_hand()
            throws Exception {
        tell();
        int closed;
        try (var port = new ServerSocket(0)) {
            closed = port.getLocalPort();
        }
        for (var round = 0; round <= Dispatch.PAUSES.size(); round++) {
            send(closed);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(mine().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(mine().attempts()).isEqualTo(Dispatch.PAUSES.size() + 1);

        assertThat(deliveries.sendAgain(mine().id(), Actor.system("test"))).isTrue();
        send(greenMail.getSmtp().getPort());

        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_not_tried_again() throws Exception {
        tell();
        try (var refusing = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answer(refusing));
            send(refusing.getLocalPort());
        }

        assertThat(mine().state()).isEqualTo(DeliveryState.FAILED);
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
    void a_server_that_drips_does_not_hold_up_the_other_channels_for_long() throws Exception {
        tell();
        try (var dripping = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> drip(dripping));
            var begun = System.nanoTime();
            send(dripping.getLocalPort(), SHORT);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(mine().state()).isEqualTo(DeliveryState.WAITING);
    }

    /** Says something before each time-out, and never enough. */
    private static void drip(ServerSocket server) {
        try (var client = server.accept()) {
            while (true) {
                client.getOutputStream().write("220-".getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().write("a\r\n".getBytes(StandardCharsets.US_ASCII));
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void a_line_break_in_a_value_begins_no_header() throws Exception {
        notices.send(
                Notice.to(reader, "feedback.notice.bad_rating", "企业设立\r\nBcc: thief@example.cn", "1", "2026-03-05"));
        outbox.spreading().spread();
        send(greenMail.getSmtp().getPort());

        var received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getHeader("Bcc")).isNull();
        assertThat(received[0].getAllRecipients()).hasSize(1);
        assertThat(received[0].getSubject()).contains("企业设立 Bcc:");
    }

    @Test
    void what_is_no_address_is_not_kept() {
        for (var wrong :
                List.of("nobody", "a@b", "a b@example.cn", "a@example.cn\r\nBcc: b@example.cn", "@example.cn")) {
            assertThat(AddressForms.kept(Channel.MAIL, wrong)).as(wrong).isEmpty();
        }
        for (var wrong : List.of("1380000042", "+86", "13800000426\r\n", "23800000426x", "12800000426")) {
            assertThat(AddressForms.kept(Channel.SMS, wrong)).as(wrong).isEmpty();
        }
        assertThat(AddressForms.kept(Channel.SMS, "138 0000 0426")).contains("13800000426");
        assertThat(AddressForms.kept(Channel.VOICE, "0531-12345678")).contains("053112345678");
    }

    /** A server that is well is waited for, however busy the machine is. */
    private void send(int port) {
        send(port, Duration.ofSeconds(10));
    }

    private void send(int port, Duration timeout) {
        var settings = new MailSettings(
                "127.0.0.1", port, null, null, "no-reply@example.cn", MailSettings.Security.NONE, timeout);
        outbox.dispatch().sendDue(new MailServer(settings));
    }

    private Delivery mine() {
        return outbox.only(reader);
    }
}
