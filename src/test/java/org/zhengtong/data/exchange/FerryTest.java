package org.zhengtong.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.data.exchange.internal.transport.Quarantine;
import org.zhengtong.data.exchange.internal.transport.QuarantineStore;
import org.zhengtong.testing.SettableClock;

/** Two networks with only a folder carried between them. */
class FerryTest {

    private static final SettableClock CLOCK = new SettableClock();

    @TempDir
    private static Path folder;

    private static TestNode outer;
    private static TestNode inner;

    @BeforeAll
    static void starts_two_nodes() {
        outer = TestNode.start("370100-outer", CLOCK, folder, "zhengtong.node.zone=EXTRANET");
        inner = TestNode.start("370100-inner", CLOCK, folder, "zhengtong.node.zone=INTRANET");
    }

    @AfterAll
    static void stops_them() {
        outer.close();
        inner.close();
    }

    @BeforeEach
    void begins_anew() {
        outer.forget();
        inner.forget();
    }

    @Test
    void what_is_carried_both_ways_arrives_once_and_is_answered() {
        TestNode.introduce(outer, inner, Transport.FERRY, Transport.FERRY);
        var ids = List.of(outer.send(inner, "外网受理"), outer.send(inner, "第二件"));
        outer.carry();
        assertThat(ids).allMatch(id -> outer.stateOf(id) == EnvelopeState.SENT);
        outer.ferry(inner);
        inner.carry();
        assertThat(inner.received().words).containsExactly("外网受理", "第二件");
        inner.send(outer, "外网反馈");
        inner.carry();
        inner.ferry(outer);
        outer.carry();

        assertThat(ids).allMatch(id -> outer.stateOf(id) == EnvelopeState.APPLIED);
        assertThat(outer.received().words).containsExactly("外网反馈");
    }

    @Test
    void a_file_that_got_lost_is_asked_for() throws IOException {
        TestNode.introduce(outer, inner, Transport.FERRY, Transport.FERRY);
        outer.send(inner, "丢在路上");
        outer.carry();
        try (var files = Files.list(outer.out(inner))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        outer.send(inner, "后来的");
        outer.carry();
        outer.ferry(inner);
        inner.carry();
        assertThat(inner.received().words).isEmpty();

        CLOCK.advance(Duration.ofMinutes(2));
        inner.carry();
        inner.ferry(outer);
        outer.carry();
        outer.ferry(inner);
        inner.carry();

        assertThat(inner.received().words).containsExactly("丢在路上", "后来的");
    }

    @Test
    void one_way_repeats_and_the_receiver_applies_once() {
        TestNode.introduce(outer, inner, Transport.FERRY_ONE_WAY, Transport.FERRY_ONE_WAY);
        var id = outer.send(inner, "单向");
        for (var turn = 0; turn < 4; turn++) {
            outer.carry();
            outer.ferry(inner);
            inner.carry();
            CLOCK.advance(Duration.ofMinutes(11));
        }

        assertThat(inner.received().words).containsExactly("单向");
        assertThat(outer.stateOf(id)).isEqualTo(EnvelopeState.CARRIED);
        assertThat(outer.bean(JdbcClient.class)
                        .sql("select tries from exchange.envelope where id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void what_does_not_verify_goes_to_quarantine_with_its_reason_and_can_be_released() throws IOException {
        outer.accept(inner, Transport.FERRY, false);
        inner.accept(outer, Transport.FERRY, false, "other.kind");
        outer.send(inner, "不在约定里");
        outer.carry();
        outer.ferry(inner);
        Files.write(inner.in(outer).resolve("a.ztx"), new byte[] {1, 2, 3});
        Files.setLastModifiedTime(inner.in(outer).resolve("a.ztx"), FileTime.fromMillis(0));
        inner.carry();

        var store = inner.bean(QuarantineStore.class);
        var held = store.list(true, Long.MAX_VALUE, 10);
        assertThat(held)
                .extracting(QuarantineStore.Line::fault)
                .containsExactlyInAnyOrder(EnvelopeFault.KIND_NOT_ALLOWED, EnvelopeFault.UNREADABLE);
        assertThat(inner.received().words).isEmpty();

        var quarantine = inner.bean(Quarantine.class);
        var kind = held.stream()
                .filter(line -> line.fault() == EnvelopeFault.KIND_NOT_ALLOWED)
                .findFirst()
                .orElseThrow();
        assertThat(quarantine.release(kind.id(), TestNode.HE)).isFalse();
        inner.accept(outer, Transport.FERRY, false);
        assertThat(quarantine.release(kind.id(), TestNode.HE)).isTrue();
        inner.carry();
        assertThat(inner.received().words).containsExactly("不在约定里");

        held.stream()
                .filter(line -> line.fault() == EnvelopeFault.UNREADABLE)
                .forEach(line -> quarantine.reject(line.id(), "不是信封", TestNode.HE));
        assertThat(store.waiting()).isZero();
        assertThat(inner.recorded().actions)
                .extracting(action -> action.event())
                .contains("exchange.release_quarantine", "exchange.reject_quarantine");
    }
}
