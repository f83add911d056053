package org.zhengtong.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Priority;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.EnvelopeLine;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameReader;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import org.zhengtong.data.exchange.internal.transport.Rounds;
import tools.jackson.databind.json.JsonMapper;

/**
 * Envelopes from node to node, from the sender's transaction to the signed receipt, over HTTP and through a ferry's folder; beside
 * batched inserts of the same payloads into one table. Then ten kinds of faulty envelopes with their answers.
 */
final class EnvelopesBenchmark implements Benchmark {

    private static final int TOGETHER = 100;

    @Override
    public String name() {
        return "envelopes";
    }

    @Override
    public Report run(Options options) throws Exception {
        var count = options.number("count", 20_000);
        var octets = options.number("octets", 1_000);
        var payload = new byte[octets];
        new Random(1).nextBytes(payload);
        try (var pair = new ExchangePair()) {
            var report = new Report(name(), "none", "way", "envelopes/s to the receipt");
            pair.introduce(Transport.PUSH);
            measure(pair, Math.min(2_000, count), payload);
            var http = measure(pair, count, payload);
            pair.introduce(Transport.FERRY);
            var ferry = measure(pair, count, payload);
            var bare = bare(pair, count, payload);
            report.row("HTTP", http).row("ferry", ferry).row("batched insert into one table, for comparison", bare);
            report.note(
                    ("%,d envelopes of %,d octets in transactions of %d, SM2 signatures, both nodes and both databases"
                                    + " on this machine, durable.")
                            .formatted(count, octets, TOGETHER));
            pair.introduce(Transport.PUSH);
            faults(pair).forEach((kind, answer) -> report.note("* " + kind + ": " + answer));
            return report.ratio(http / bare);
        }
    }

    private static double measure(ExchangePair pair, int count, byte[] payload) {
        var transaction = new TransactionTemplate(pair.sender(PlatformTransactionManager.class));
        var dispatch = pair.sender(Dispatch.class);
        var receiver = new NodeCode(ExchangePair.RECEIVER);
        while (pair.open() > 0) {
            Program.pause(20);
        }
        var before = pair.arrived();
        var begun = System.nanoTime();
        for (var sent = 0; sent < count; sent += TOGETHER) {
            transaction.executeWithoutResult(_ -> {
                for (var one = 0; one < TOGETHER; one++) {
                    dispatch.send(EnvelopeRequest.of(ExchangePair.KIND, receiver, payload));
                }
            });
        }
        while (pair.open() > 0) {
            Program.pause(20);
        }
        var took = (System.nanoTime() - begun) / 1e9;
        if (pair.arrived() - before < count) {
            throw new IllegalStateException("lost: " + (pair.arrived() - before) + " of " + count);
        }
        return count / took;
    }

    private static double bare(ExchangePair pair, int count, byte[] payload) {
        var jdbc = pair.receiver(JdbcTemplate.class);
        var transaction = new TransactionTemplate(pair.receiver(PlatformTransactionManager.class));
        jdbc.execute("create table if not exists public.bare (id uuid primary key, content bytea)");
        var begun = System.nanoTime();
        for (var sent = 0; sent < count; sent += TOGETHER) {
            transaction.executeWithoutResult(_ -> jdbc.batchUpdate(
                    "insert into public.bare values (?, ?)",
                    java.util.stream.Stream.generate(() -> new Object[] {UUID.randomUUID(), payload})
                            .limit(TOGETHER)
                            .toList()));
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }

    private Map<String, String> faults(ExchangePair pair) throws Exception {
        var found = new LinkedHashMap<String, String>();
        var good = frame(pair, line -> line, ExchangePair.RECEIVER);
        var bytes = good.bytes();
        found.put("cut", answer(pair, Arrays.copyOf(bytes, bytes.length - 1)));
        var header = new String(good.header(), StandardCharsets.UTF_8).replace("NORMAL", "HIGH");
        found.put(
                "altered header",
                answer(
                        pair,
                        new Frame(header.getBytes(StandardCharsets.UTF_8), good.signature(), good.content()).bytes()));
        found.put(
                "altered payload",
                answer(
                        pair,
                        new Frame(good.header(), good.signature(), "不是".getBytes(StandardCharsets.UTF_8)).bytes()));
        found.put(
                "declared size is not the real one",
                answer(pair, new Frame(good.header(), good.signature(), new byte[9]).bytes()));
        found.put(
                "for another receiver",
                answer(pair, frame(pair, line -> line, "370181-main").bytes()));
        found.put(
                "from the future",
                answer(
                        pair,
                        frame(pair, line -> at(line, Duration.ofHours(1)), ExchangePair.RECEIVER)
                                .bytes()));
        found.put(
                "too late",
                answer(
                        pair,
                        frame(pair, line -> at(line, Duration.ofHours(-2)), ExchangePair.RECEIVER)
                                .bytes()));
        found.put(
                "too large",
                answer(
                        pair,
                        frame(pair, line -> sized(line, 1L << 40), ExchangePair.RECEIVER)
                                .bytes()));
        found.put(
                "out of order",
                answer(pair, frame(pair, line -> line, ExchangePair.RECEIVER).bytes()));
        found.put("repeated", answer(pair, bytes) + "; again: " + answer(pair, bytes));
        found.put("no frame at all", answer(pair, "GET /".getBytes(StandardCharsets.US_ASCII)));
        found.put("from an unknown sender", stranger(pair, bytes));
        return found;
    }

    private static Frame frame(ExchangePair pair, UnaryOperator<EnvelopeLine> change, String receiver) {
        var writer = pair.sender(FrameWriter.class);
        var content = "好的".getBytes(StandardCharsets.UTF_8);
        var now = java.time.Clock.systemUTC().instant();
        var line = new EnvelopeLine(
                "faults",
                1_000 + new Random().nextInt(1_000_000),
                ExchangePair.KIND,
                "",
                Priority.NORMAL,
                now,
                now.plusSeconds(3_600),
                content.length,
                writer.digest(content),
                1,
                1,
                null,
                false);
        return writer.envelope(UUID.randomUUID(), new NodeCode(receiver), change.apply(line), content);
    }

    private static EnvelopeLine at(EnvelopeLine line, Duration shift) {
        return new EnvelopeLine(
                line.contract(),
                line.number(),
                line.kind(),
                "",
                line.priority(),
                line.createdAt().plus(shift),
                line.validUntil().plus(shift),
                line.size(),
                line.digest(),
                1,
                1,
                null,
                false);
    }

    private static EnvelopeLine sized(EnvelopeLine line, long size) {
        return new EnvelopeLine(
                line.contract(),
                line.number(),
                line.kind(),
                "",
                line.priority(),
                line.createdAt(),
                line.validUntil(),
                size,
                line.digest(),
                1,
                (int) (size >> 20),
                null,
                false);
    }

    /** The sender's own frame, brought to the sender: it does not know itself. */
    private static String stranger(ExchangePair pair, byte[] bytes) throws Exception {
        return said(pair, pair.sender(Rounds.class).answer(new ByteArrayInputStream(bytes)));
    }

    private static String answer(ExchangePair pair, byte[] bytes) throws Exception {
        return said(pair, pair.receiver(Rounds.class).answer(new ByteArrayInputStream(bytes)));
    }

    private static String said(ExchangePair pair, byte[] response) {
        var frame = new FrameReader(new ByteArrayInputStream(response)).next().orElseThrow();
        var lines = JsonMapper.shared().readValue(frame.content(), AnswerLine[].class);
        var fault = lines[0].fault();
        return fault == null
                ? "taken, stands in the ledger as " + pair.ledger(java.util.Objects.requireNonNull(lines[0].id()))
                : fault + " " + pair.receiver(Texts.class).say(java.util.Locale.ENGLISH, "exchange.fault." + fault);
    }
}
