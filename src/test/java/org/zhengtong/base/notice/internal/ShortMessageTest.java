package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Deliveries;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryState;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.notice.QuietTime;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;

/** Short messages through a real SMPP line: long Chinese texts in parts, receipts late, twice, early, and for nothing. */
@PlatformTest
class ShortMessageTest {

    private static final GatewaySettings NO_GATEWAYS = new GatewaySettings(null, null, Map.of());

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private ReceiptBook receipts;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private SettableClock clock;

    private OutboxFixtures outbox;
    private ShortMessageCentre centre;
    private SmppCentre line;
    private ShortMessages outlet;
    private AccountId reader;

    @BeforeEach
    void a_centre_and_a_reader() throws Exception {
        outbox = OutboxFixtures.of(platform);
        centre = new ShortMessageCentre();
        line = new SmppCentre(
                new SmsSettings("127.0.0.1", centre.port(), "zhengtong", "secret", "12345", Duration.ofSeconds(2)),
                receipts);
        outlet = new ShortMessages(line, NO_GATEWAYS, JsonMapper.shared(), Clock.systemUTC());
        reader = outbox.reader(Channel.SMS);
    }

    @AfterEach
    void hang_up() throws Exception {
        line.close();
        centre.close();
        clock.set(SettableClock.MONDAY_TEN);
    }

    private void tell() {
        notices.send(Notice.to(
                reader, "supervision.notice.reminder", "企业设立登记", "370104-20260302-0017-5", "2026-03-05", "审查"));
        outbox.spreading().spread();
        outbox.dispatch().sendDue(outlet);
    }

    private Delivery mine() {
        return outbox.only(reader);
    }

    private String telephone() {
        return OutboxFixtures.address(reader, Channel.SMS);
    }

    @Test
    void a_chinese_text_arrives_whole_and_its_receipt_is_matched_once() throws Exception {
        tell();

        assertThat(centre.text()).contains("【").contains("企业设立登记", "2026年3月5日");
        assertThat(centre.taken()).allMatch(part -> part.getDataCoding() == 8);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
        centre.receipt(centre.number(1), "DELIVRD", telephone());
        centre.receipt(centre.number(1), "DELIVRD", telephone());

        assertThat(mine().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(deliveries.events(mine().id()))
                .extracting(event -> event.state())
                .containsExactly(DeliveryState.WAITING, DeliveryState.SENT, DeliveryState.DELIVERED);
    }

    @Test
    void a_long_text_travels_in_parts_and_has_arrived_when_all_of_them_have() throws Exception {
        var text = "请补正材料。".repeat(30) + "𠮷";
        var parts = ShortMessageParts.of(text, 7);
        assertThat(parts.parts()).hasSize(3).allMatch(part -> part.length <= 140);
        assertThat(new String(
                        parts.parts().getLast(), 6, parts.parts().getLast().length - 6, StandardCharsets.UTF_16BE))
                .endsWith("𠮷");

        notices.send(Notice.to(reader, "supervision.notice.URGED", "", text, ""));
        outbox.spreading().spread();
        outbox.dispatch().sendDue(outlet);
        assertThat(centre.taken()).hasSizeGreaterThan(2);
        assertThat(centre.text()).contains(text);

        for (var part = 1; part < centre.taken().size(); part++) {
            centre.receipt(centre.number(part), "DELIVRD", telephone());
            assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
        }
        centre.receipt(centre.number(centre.taken().size()), "DELIVRD", telephone());
        assertThat(mine().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void a_centre_that_answers_late_and_twice_sends_one_message_to_the_reader() throws Exception {
        centre.beSlow();
        tell();
        assertThat(mine().state()).isEqualTo(DeliveryState.UNSURE);

        // Not repeated at once, though nobody knows whether it was taken.
        outbox.dispatch().sendDue(outlet);
        assertThat(centre.taken()).hasSize(1);
        centre.answer();
        centre.receipt("late-" + centre.number(9), "DELIVRD", telephone());
        centre.receipt("late-" + centre.number(9), "DELIVRD", telephone());

        assertThat(mine().state()).isEqualTo(DeliveryState.DELIVERED);
        clock.advance(Duration.ofDays(2));
        outbox.dispatch().sendDue(outlet);
        assertThat(centre.taken()).hasSize(1);
    }

    @Test
    void without_any_receipt_what_is_unsure_is_sent_again_after_a_while() throws Exception {
        centre.beSlow();
        tell();
        centre.answer();
        clock.advance(Dispatch.DOUBT);
        outbox.dispatch().sendDue(outlet);

        assertThat(centre.taken()).hasSize(2);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_receipt_for_nothing_is_kept_apart_and_changes_nothing() throws Exception {
        tell();
        var before = deliveries.unmatchedReceipts();
        centre.receipt("nobody-knows-" + System.nanoTime(), "UNDELIV", "13900000000");

        assertThat(deliveries.unmatchedReceipts()).isEqualTo(before + 1);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_message_that_did_not_arrive_says_so_and_can_be_sent_again() throws Exception {
        tell();
        centre.receipt(centre.number(1), "UNDELIV", telephone());

        assertThat(mine().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(mine().answer()).startsWith("UNDELIV");
        assertThat(deliveries.sendAgain(mine().id(), org.zhengtong.base.audit.Actor.system("test")))
                .isTrue();
    }

    @Test
    void nothing_rings_at_night_unless_it_is_urgent() {
        clock.set("2026-03-02T23:00");
        tell();
        assertThat(centre.taken()).isEmpty();
        assertThat(mine().nextAt()).isEqualTo("2026-03-02T23:00:00Z");

        clock.set("2026-03-03T07:00");
        outbox.dispatch().sendDue(outlet);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);

        clock.set("2026-03-03T23:30");
        notices.send(
                Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记").urgently());
        outbox.spreading().spread();
        outbox.dispatch().sendDue(outlet);
        assertThat(outbox.to(reader)).allMatch(delivery -> delivery.state() == DeliveryState.SENT);
    }

    @Test
    void a_reader_sets_his_own_quiet_hours_and_urgent_messages_pass_them() {
        outbox.quiet(reader, new QuietTime(LocalTime.of(12, 0), LocalTime.of(14, 30)));
        clock.set("2026-03-02T13:00");
        tell();
        assertThat(mine().nextAt()).isEqualTo("2026-03-02T06:30:00Z");
        assertThat(centre.taken()).isEmpty();

        clock.set("2026-03-02T14:30");
        outbox.dispatch().sendDue(outlet);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);

        // the night is no quiet time of his: the node's hours count only for who chose none
        clock.set("2026-03-02T23:00");
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));
        outbox.spreading().spread();
        outbox.dispatch().sendDue(outlet);
        clock.set("2026-03-03T12:30");
        notices.send(
                Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记").urgently());
        outbox.spreading().spread();
        outbox.dispatch().sendDue(outlet);
        assertThat(outbox.to(reader)).hasSize(3).allMatch(delivery -> delivery.state() == DeliveryState.SENT);
    }

    @Test
    void what_failed_and_falls_due_again_in_quiet_hours_waits_for_their_end() {
        clock.set("2026-03-02T11:59");
        outbox.quiet(reader, new QuietTime(LocalTime.of(12, 0), LocalTime.of(14, 30)));
        notices.send(Notice.to(reader, "feedback.notice.rating_answered", "企业设立登记"));
        outbox.spreading().spread();

        clock.set("2026-03-02T12:10");
        outbox.dispatch().sendDue(outlet);
        assertThat(mine().state()).isEqualTo(DeliveryState.WAITING);

        clock.set("2026-03-02T14:31");
        outbox.dispatch().sendDue(outlet);
        assertThat(mine().state()).isEqualTo(DeliveryState.SENT);
    }
}
