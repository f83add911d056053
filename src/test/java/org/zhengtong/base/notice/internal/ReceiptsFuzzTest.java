package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.ProcessRequestException;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Receipts.ReceiptOutcome;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;

/** What gateways and short-message centres report is entered, or answered as not taken; an unsigned report is never believed. */
class ReceiptsFuzzTest {
    private static final String SECRET = "s";
    private static final SettableClock CLOCK = new SettableClock();
    private static final ReceiptBook BOOK = new AnyNumber();
    private static final SignedReceipts RECEIPTS = new SignedReceipts(
            new GatewaySettings(gateway(), null, Map.of()), BOOK, new FreshSignatures(), JsonMapper.shared(), CLOCK);
    private static final ReceiptListener LISTENER = new ReceiptListener(BOOK);

    /** Knows every number, in place of the database. */
    private static final class AnyNumber extends ReceiptBook {
        AnyNumber() {
            super(null, null, CLOCK);
        }

        @Override
        public boolean enter(Channel channel, String providerId, boolean arrived, String words, String address) {
            assertThat(words).hasSizeLessThan(400);
            return true;
        }
    }

    /** No signature came before. */
    private static final class FreshSignatures extends PartStore {
        FreshSignatures() {
            super(null);
        }

        @Override
        boolean useOnce(String signature, Instant at, Instant forget) {
            return true;
        }
    }

    private static HttpGatewaySettings gateway() {
        return new HttpGatewaySettings(
                null,
                "application/json",
                "",
                Map.of(),
                SECRET,
                "hmac-sha256",
                "",
                "/id",
                null,
                "0",
                "/id",
                "/state",
                "DELIVERED",
                Duration.ofSeconds(1));
    }

    @FuzzTest(maxDuration = "10m")
    void a_receipt(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 2)) {
            case 0 -> signed(data.consumeRemainingAsBytes());
            case 1 ->
                assertThat(RECEIPTS.receive(
                                "sms", data.consumeString(30), data.consumeString(80), data.consumeRemainingAsBytes()))
                        .isEqualTo(ReceiptOutcome.FORGED);
            default -> bySmpp(data.consumeRemainingAsBytes());
        }
    }

    private static void signed(byte[] body) {
        var now = String.valueOf(CLOCK.instant().getEpochSecond());
        var signature = Signatures.of("hmac-sha256", SECRET, Signatures.stamped(now, body));
        assertThat(RECEIPTS.receive("sms", now, signature, body)).isIn(ReceiptOutcome.TAKEN, ReceiptOutcome.UNREADABLE);
    }

    private static void bySmpp(byte[] text) {
        var message = new DeliverSm();
        message.setEsmClass(MessageType.SMSC_DEL_RECEIPT.value());
        message.setSourceAddr("13800000426");
        message.setShortMessage(text);
        try {
            LISTENER.onAcceptDeliverSm(message);
        } catch (ProcessRequestException refused) {
            assertThat(refused.getErrorCode()).isPositive();
        }
    }
}
