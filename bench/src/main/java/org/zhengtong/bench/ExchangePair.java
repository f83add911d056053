package org.zhengtong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.app.node.ZhengtongApplication;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.exchange.Acceptance;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.data.exchange.Transport;

/** Two whole platforms in this process, each with a durable database of its own, that know each other. */
final class ExchangePair implements AutoCloseable {

    static final String SENDER = "370102-main";
    static final String RECEIVER = "370100-main";
    static final String KIND = "bench.text";

    private final Path folder;
    private final Sink sink = new Sink();
    private final ConfigurableApplicationContext sender;
    private final ConfigurableApplicationContext receiver;

    ExchangePair() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "var")), "envelopes-")
                .toAbsolutePath();
        link(SENDER, RECEIVER);
        link(RECEIVER, SENDER);
        sender = start(SENDER);
        receiver = start(RECEIVER);
    }

    /** Counts what arrives. */
    static final class Sink implements EnvelopeReceiver {

        final AtomicLong count = new AtomicLong();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public ReceiptNote receive(ReceivedEnvelope envelope) {
            envelope.bytes();
            count.incrementAndGet();
            return ReceiptNote.applied("exchange.ended.taken");
        }
    }

    /** What one puts out for the other is what the other gets in. */
    private void link(String from, String to) throws IOException {
        var way = Files.createDirectories(folder.resolve("way-" + from));
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("ferry-" + from).resolve(to))
                        .resolve("out"),
                way);
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("ferry-" + to).resolve(from))
                        .resolve("in"),
                way);
    }

    private ConfigurableApplicationContext start(String code) throws IOException {
        var application = new SpringApplication(ZhengtongApplication.class);
        application.addInitializers(context -> {
            if (code.equals(RECEIVER)) {
                ((GenericApplicationContext) context).registerBean("sink", EnvelopeReceiver.class, () -> sink);
            }
        });
        var port = Program.freePort();
        return application.run(
                "--zhengtong.data-dir=" + folder.resolve(code),
                "--zhengtong.node.region=",
                "--zhengtong.mediation.addresses=localhost 127.0.0.1",
                "--zhengtong.node.code=" + code,
                "--zhengtong.node.address=http://localhost:" + port,
                "--zhengtong.exchange.ferry-folder=" + folder.resolve("ferry-" + code),
                "--zhengtong.exchange.every=50ms",
                "--server.port=" + port,
                "--logging.level.root=error");
    }

    /** Both accept each other with this way between them. */
    void introduce(Transport transport) {
        accept(sender, receiver, transport);
        accept(receiver, sender, transport);
    }

    private static void accept(
            ConfigurableApplicationContext one, ConfigurableApplicationContext other, Transport transport) {
        var card = other.getBean(NodeOffice.class).ownCard();
        one.getBean(NodeOffice.class)
                .accept(new Acceptance(card, transport, false, List.of()), Actor.system("exchange"));
    }

    <T> T sender(Class<T> type) {
        return sender.getBean(type);
    }

    <T> T receiver(Class<T> type) {
        return receiver.getBean(type);
    }

    String senderAddress() {
        return address(sender);
    }

    String receiverAddress() {
        return address(receiver);
    }

    private static String address(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("zhengtong.node.address");
    }

    /** How many envelopes have no receipt yet. */
    long open() {
        return sender(JdbcClient.class)
                .sql("select count(*) from exchange.envelope where ended_at is null")
                .query(Long.class)
                .single();
    }

    /** State of an envelope at the receiver. */
    String ledger(String id) {
        return receiver(JdbcClient.class)
                .sql("select state from exchange.arrival where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
    }

    long arrived() {
        return sink.count.get();
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
