package org.zhengtong.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.zhengtong.testing.SettableClock;

/** Payloads far larger than what is held of them in memory, over both ways; {@code -Dzhengtong.payload=1GB} for a larger one. */
class LargePayloadTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static final long SIZE =
            DataSize.parse(System.getProperty("zhengtong.payload", "24MB")).toBytes() + 17;

    @TempDir
    private static Path folder;

    private static TestNode city;
    private static TestNode county;

    @BeforeAll
    static void starts_two_nodes() {
        city = TestNode.start("370100-main", CLOCK, folder);
        county = TestNode.start("370102-main", CLOCK, folder);
    }

    @AfterAll
    static void stops_them() {
        city.close();
        county.close();
    }

    @BeforeEach
    void begins_anew() {
        city.forget();
        county.forget();
    }

    /** Made while it is read: nobody can have it in memory as a whole by accident. */
    private static final class Letters extends InputStream {

        private long left = SIZE;

        @Override
        public int read() {
            return left <= 0 ? -1 : 'A' + (int) (left-- % 26);
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            if (left <= 0) {
                return -1;
            }
            var count = (int) Math.min(most, left);
            for (var at = 0; at < count; at++) {
                into[offset + at] = (byte) read();
            }
            return count;
        }
    }

    private EnvelopeId send(boolean encrypted) {
        var request = EnvelopeRequest.of("test.text", county.code(), new Letters());
        return city.send(encrypted ? request.confidential() : request);
    }

    private static void assertArrived(EnvelopeId id) {
        assertThat(county.received().words).hasSize(1);
        assertThat(county.received().words.getFirst()).endsWith("+" + SIZE);
        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.APPLIED);
        assertThat(count(city, "piece") + count(county, "arrived_piece"))
                .as("pieces left")
                .isZero();
    }

    private static long count(TestNode node, String table) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from exchange." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void over_a_connection() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        var id = send(true);
        // One job carries 200 rounds of 8 MB at most, so that nobody else waits for long; and when it takes the
        // receiver too long to
        // look the whole through, the answer is asked for again.
        for (var turn = 0; turn < 20 && city.stateOf(id) != EnvelopeState.APPLIED; turn++) {
            city.carry();
            CLOCK.advance(Duration.ofMinutes(10));
        }

        assertArrived(id);
    }

    @Test
    void over_a_connection_that_is_cut_in_the_middle() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        var id = send(true);
        county.answers(Math.max(1, (int) (SIZE / (16L << 20))));
        city.carry();
        assertThat(county.received().words).isEmpty();
        var arrived = count(county, "arrived_piece");
        assertThat(arrived).as("pieces before the cut").isPositive();
        // what is known to be there is not sent again: the answer to the last round alone was lost
        assertThat(taken()).isPositive().isLessThan(arrived);

        county.answers(Integer.MAX_VALUE);
        CLOCK.advance(Duration.ofMinutes(10));
        city.carry();

        assertArrived(id);
    }

    private static long taken() {
        return city.bean(JdbcClient.class)
                .sql("select count(*) from exchange.piece where taken")
                .query(Long.class)
                .single();
    }

    @Test
    void over_a_ferry_that_takes_what_lies_there() {
        TestNode.introduce(city, county, Transport.FERRY, Transport.FERRY);
        var id = send(false);
        for (var turn = 0; turn < 200 && city.stateOf(id) != EnvelopeState.APPLIED; turn++) {
            city.carry();
            city.ferry(county);
            county.carry();
            county.ferry(city);
        }

        assertArrived(id);
    }
}
