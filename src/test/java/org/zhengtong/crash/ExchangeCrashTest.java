package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.RoomDatabase;

/** Two nodes in two processes write to each other while either is killed at any moment: nothing is lost, nothing doubled, all in order. */
@EnabledOnOs(OS.LINUX)
class ExchangeCrashTest {

    private static final int KILLS = Integer.getInteger("exchange.kills", 4);

    private final Path folder;
    private final Side city;
    private final Side county;

    ExchangeCrashTest() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "exchange-")
                .toAbsolutePath();
        city = new Side("370100-main", "370102-main");
        county = new Side("370102-main", "370100-main");
    }

    /** One of the two nodes, through all its lives. */
    private final class Side {

        private final String code;
        private final String other;
        private final int port;
        private final DataSource database = RoomDatabase.with("exchange", "trust");
        private final JdbcClient jdbc = JdbcClient.create(database);
        private final Path acknowledged;

        Side(String code, String other) throws IOException {
            this.code = code;
            this.other = other;
            this.acknowledged = folder.resolve(code + ".txt");
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }

        ProgramProcess start(boolean sending) throws IOException {
            // what was committed just before a kill is not acknowledged, but is sent all the same
            var sent = jdbc.sql("select coalesce(max(text::bigint), 0) from exchange.note where outgoing")
                    .query(Long.class)
                    .single();
            return ProgramProcess.start(
                    ExchangeProgram.class,
                    code,
                    String.valueOf(port),
                    folder.toString(),
                    RoomDatabase.urlOf(database),
                    RoomDatabase.username(),
                    RoomDatabase.password(),
                    other,
                    acknowledged.toString(),
                    String.valueOf(sending ? sent + 1 : 0));
        }

        long open() {
            return jdbc.sql("select count(*) from exchange.envelope where ended_at is null")
                    .query(Long.class)
                    .single();
        }

        List<Long> received() {
            return jdbc.sql("""
                    select n.text::bigint from exchange.note n join exchange.arrival a on a.id = n.id
                    where not n.outgoing
                    order by a.contract, a.number
                    """).query(Long.class).list();
        }

        List<Long> sent() throws IOException {
            return Acknowledgements.read(acknowledged).stream()
                    .map(line -> Long.valueOf(line.of()))
                    .toList();
        }
    }

    @Test
    void nothing_is_lost_or_doubled_when_either_is_killed() throws Exception {
        var random = new Random(20260302);
        var first = city.start(true);
        var second = county.start(true);
        try {
            awaitKnown(first);
            awaitKnown(second);
            for (var kill = 0; kill < KILLS; kill++) {
                Thread.sleep(Duration.ofMillis(500 + random.nextInt(2_000)));
                if (random.nextBoolean()) {
                    first.kill();
                    first = city.start(true);
                    awaitKnown(first);
                } else {
                    second.kill();
                    second = county.start(true);
                    awaitKnown(second);
                }
            }
            first.kill();
            second.kill();
            first = city.start(false);
            second = county.start(false);
            awaitAllEnded();
        } finally {
            first.close();
            second.close();
        }
        assertComplete(city, county);
        assertComplete(county, city);
    }

    private static void awaitKnown(ProgramProcess program) throws InterruptedException {
        assertThat(program.await(line -> line.equals("KNOWN"), 180))
                .describedAs("%s", program.said())
                .isPresent();
    }

    private void awaitAllEnded() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(180).toNanos();
        while (city.open() + county.open() > 0 && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(200));
        }
        assertThat(city.open() + county.open()).isZero();
    }

    private static void assertComplete(Side sender, Side receiver) throws IOException {
        var received = receiver.received();
        System.out.println(sender.code + " acknowledged " + sender.sent().size() + ", received " + received.size());
        assertThat(received).doesNotHaveDuplicates().isSorted().containsAll(sender.sent());
        assertThat(sender.sent()).isNotEmpty();
    }
}
