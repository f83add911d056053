package org.zhengtong.base.notice.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A short-message centre in this process: takes messages at its own pace and says what became of them when asked. */
final class ShortMessageCentre implements ServerMessageReceiverListener, AutoCloseable {

    private final int port;
    private final SMPPServerSessionListener listener;
    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String prefix = Long.toHexString(System.nanoTime());
    private volatile CountDownLatch slowness = new CountDownLatch(0);

    ShortMessageCentre() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener(this);
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        try {
            while (true) {
                var session = listener.accept();
                session.waitForBind(5_000).accept("centre", InterfaceVersion.IF_34);
                sessions.add(session);
            }
        } catch (Exception closed) {
            numbers.incrementAndGet();
        }
    }

    int port() {
        return port;
    }

    /** From now on nothing is answered until {@link #answer}. */
    void beSlow() {
        slowness = new CountDownLatch(1);
    }

    void answer() {
        slowness.countDown();
    }

    List<SubmitSm> taken() {
        return taken;
    }

    String number(int message) {
        return prefix + "-" + message;
    }

    /** The text as a telephone shows it, put together from its parts. */
    String text() {
        var text = new StringBuilder();
        for (var part : taken) {
            var bytes = part.getShortMessage();
            var header = (part.getEsmClass() & 0x40) == 0 ? 0 : bytes[0] + 1;
            var body = new ByteArrayOutputStream();
            body.write(bytes, header, bytes.length - header);
            text.append(
                    body.toString(part.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII));
        }
        return text.toString();
    }

    /** A receipt for this number, as centres write them (SMPP 3.4, appendix B). */
    void receipt(String number, String state, String telephone) throws Exception {
        var text = "id:%s sub:001 dlvrd:001 submit date:2603021000 done date:2603021001 stat:%s err:000 text:"
                .formatted(number, state);
        sessions.getLast()
                .deliverShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        telephone,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "12345",
                        new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
                        text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
        taken.add(message);
        try {
            slowness.await(20, TimeUnit.SECONDS);
            return new SubmitSmResult(
                    new MessageId(number(numbers.incrementAndGet())), new org.jsmpp.bean.OptionalParameter[0]);
        } catch (InterruptedException | org.jsmpp.PDUStringException impossible) {
            throw new ProcessRequestException("closed", 8, impossible);
        }
    }

    private static ProcessRequestException notServed() {
        return new ProcessRequestException("Not served", 3);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession session)
            throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session session) throws ProcessRequestException {
        throw notServed();
    }

    @Override
    public void close() throws IOException {
        answer();
        sessions.forEach(SMPPServerSession::close);
        listener.close();
    }
}
