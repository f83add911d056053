package org.zhengtong.base.notice.internal;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;

/** The line to the short-message centre (SMPP 3.4): bound at the first use, bound again when it breaks. */
@Component
class SmppCentre {

    /** System error, queue full, throttled: later it may go. */
    private static final Set<Integer> PASSING = Set.of(0x08, 0x14, 0x58);

    private static final byte HEADED = 0x40;
    private static final int ENQUIRE_MILLIS = 30_000;

    private final SmsSettings settings;
    private final ReceiptBook receipts;
    private @Nullable SMPPSession session;

    SmppCentre(SmsSettings settings, ReceiptBook receipts) {
        this.settings = settings;
        this.receipts = receipts;
    }

    boolean configured() {
        return settings.configured();
    }

    SmsSettings settings() {
        return settings;
    }

    /** Binds if need be, so that receipts come in. A centre that is away is tried again at the next round. */
    void listen() {
        try {
            bound();
        } catch (IOException away) {
            org.slf4j.LoggerFactory.getLogger(SmppCentre.class)
                    .info("Short-message centre not reachable: {}", away.getMessage());
        }
    }

    private synchronized SMPPSession bound() throws IOException {
        var current = session;
        if (current != null && current.getSessionState().isBound()) {
            return current;
        }
        var fresh = new SMPPSession();
        fresh.setTransactionTimer(settings.timeout().toMillis());
        fresh.setEnquireLinkTimer(ENQUIRE_MILLIS);
        fresh.setMessageReceiverListener(new ReceiptListener(receipts));
        fresh.connectAndBind(
                settings.host(),
                settings.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        settings.systemId(),
                        settings.password() == null ? "" : settings.password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                settings.timeout().toMillis());
        session = fresh;
        return fresh;
    }

    Answer hand(Letter letter, String text) {
        var parts = ShortMessageParts.of(text, (int) (letter.delivery().id() & 0xff));
        var ids = new ArrayList<String>();
        try {
            var line = bound();
            for (var part : parts.parts()) {
                ids.add(submit(line, letter.address(), parts, part));
            }
            return new Answer.Taken(String.join(" ", ids), ids);
        } catch (ResponseTimeoutException late) {
            while (ids.size() < parts.parts().size()) {
                ids.add("unknown:" + letter.delivery().id() + ":"
                        + letter.delivery().attempts() + ":" + ids.size());
            }
            return new Answer.Unsure(said(late), ids);
        } catch (NegativeResponseException refused) {
            var said = "0x" + Integer.toHexString(refused.getCommandStatus());
            return PASSING.contains(refused.getCommandStatus()) ? new Answer.NotNow(said) : new Answer.Refused(said);
        } catch (IOException | PDUException | InvalidResponseException broken) {
            return new Answer.NotNow(said(broken));
        }
    }

    private String submit(SMPPSession line, String to, ShortMessageParts parts, byte[] part)
            throws IOException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    NegativeResponseException {
        return line.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        settings.source(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        to,
                        new ESMClass(parts.several() ? HEADED : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(parts.unicode() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        part)
                .getMessageId();
    }

    private static String said(Exception failure) {
        return Answer.shortened(Channel.SMS + " " + failure.getClass().getSimpleName() + " " + failure.getMessage());
    }

    @PreDestroy
    synchronized void close() {
        if (session != null) {
            session.unbindAndClose();
            session = null;
        }
    }
}
