package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Receipts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Receipts by HTTP: believed only with a signature that is right, fresh and unused. */
@Service
class SignedReceipts implements Receipts {

    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SignedReceipts.class);
    private static final int LONGEST_WORDS = 100;

    private final GatewaySettings settings;
    private final ReceiptBook receipts;
    private final PartStore parts;
    private final JsonMapper json;
    private final Clock clock;

    SignedReceipts(GatewaySettings settings, ReceiptBook receipts, PartStore parts, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.receipts = receipts;
        this.parts = parts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ReceiptOutcome receive(String gateway, String timestamp, String signature, byte[] body) {
        return switch (gateway) {
            case "sms" -> receive(Channel.SMS, settings.sms(), timestamp, signature, body);
            case "voice" -> receive(Channel.VOICE, settings.voice(), timestamp, signature, body);
            default -> ReceiptOutcome.NO_SUCH_GATEWAY;
        };
    }

    private ReceiptOutcome receive(
            Channel channel, @Nullable HttpGatewaySettings gateway, String timestamp, String signature, byte[] body) {
        if (gateway == null || gateway.secret() == null) {
            return ReceiptOutcome.NO_SUCH_GATEWAY;
        }
        var expected = Signatures.of(gateway.algorithm(), gateway.secret(), Signatures.stamped(timestamp, body));
        if (!fresh(timestamp) || !Signatures.same(expected, signature) || !unused(expected)) {
            LOG.warn("A receipt for {} with a signature that is wrong, old or used", channel);
            return ReceiptOutcome.FORGED;
        }
        try {
            var receipt = json.readTree(body);
            var id = receipt.at(gateway.receiptIdPointer()).asString("");
            var state = receipt.at(gateway.receiptStatePointer()).asString("");
            if (id.isEmpty() || state.isEmpty()) {
                return ReceiptOutcome.UNREADABLE;
            }
            var words = Answer.shortened(state.substring(0, Math.min(LONGEST_WORDS, state.length())));
            return receipts.enter(channel, id, state.equals(gateway.receiptDelivered()), words, "")
                    ? ReceiptOutcome.TAKEN
                    : ReceiptOutcome.UNMATCHED;
        } catch (JacksonException unreadable) {
            return ReceiptOutcome.UNREADABLE;
        }
    }

    private boolean fresh(String timestamp) {
        try {
            var stamped = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(stamped, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException wrong) {
            return false;
        }
    }

    private boolean unused(String signature) {
        return parts.useOnce(signature, clock.instant(), clock.instant().minus(WINDOW.multipliedBy(2)));
    }
}
