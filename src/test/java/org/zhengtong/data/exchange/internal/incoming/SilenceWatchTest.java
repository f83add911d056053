package org.zhengtong.data.exchange.internal.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeHealth;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.testing.SettableClock;

/** A channel that brings nothing any more is told once, until it brings something again. */
class SilenceWatchTest {

    private final SettableClock clock = new SettableClock();
    private final List<Notice> told = new ArrayList<>();

    @TempDir
    private Path folder;

    /** One administrator manages the exchange. */
    private static final class Administrator implements AccessReasons {

        @Override
        public List<HeldRole> of(AccountId account) {
            return List.of();
        }

        @Override
        public List<HeldRole> holders(String permission) {
            return permission.equals(Nodes.MANAGE_EXCHANGE)
                    ? List.of(new HeldRole(
                            1,
                            HeldRole.Source.DIRECT,
                            new AccountId(12),
                            new RoleCode("system-administrator"),
                            DataScope.EVERYTHING,
                            null,
                            null,
                            "",
                            null,
                            null))
                    : List.of();
        }
    }

    @Test
    void a_silent_channel_is_told_once_and_again_after_it_spoke() {
        try (var city = TestNode.start("370100-main", clock, folder);
                var county = TestNode.start("370102-main", clock, folder)) {
            city.accept(county, Transport.PUSH, false);
            county.accept(city, Transport.PUSH, false);
            var watch = watch(county);
            send(city, county);
            county.bean(NodeOffice.class).expect(city.code(), "test", 30, TestNode.HE);

            pass(Duration.ofMinutes(29), watch);
            assertThat(told).isEmpty();
            pass(Duration.ofMinutes(2), watch);
            assertThat(told).hasSize(1);
            assertThat(county.bean(ExchangeHealth.class).standing().silent()).isOne();
            pass(Duration.ofHours(3), watch);
            assertThat(told).as("said once").hasSize(1);

            send(city, county);
            assertThat(county.bean(ExchangeHealth.class).standing().silent()).isZero();
            assertThat(county.bean(ExchangeHealth.class).standing().neighbours())
                    .isOne();
            pass(Duration.ofMinutes(31), watch);
            assertThat(told).hasSize(2);
        }
    }

    private SilenceWatch watch(TestNode node) {
        return new SilenceWatch(
                node.bean(ChannelStore.class),
                node.bean(Nodes.class),
                new Administrator(),
                told::add,
                node.bean(PlatformTransactionManager.class),
                clock);
    }

    private void pass(Duration time, SilenceWatch watch) {
        clock.advance(time);
        watch.run();
    }

    private static void send(TestNode city, TestNode county) {
        new TransactionTemplate(city.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> city.bean(Dispatch.class)
                        .send(EnvelopeRequest.of("test.text", county.code(), "在".getBytes(StandardCharsets.UTF_8))));
        city.carry();
    }
}
