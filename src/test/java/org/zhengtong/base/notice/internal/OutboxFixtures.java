package org.zhengtong.base.notice.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Contacts;
import org.zhengtong.base.notice.Deliveries;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryQuery;
import org.zhengtong.base.notice.QuietTime;
import org.zhengtong.testing.SettableClock;

/** The outbox without what other tests left in it, and readers who can be reached. */
record OutboxFixtures(
        ContactStore contacts,
        DeliveryStore deliveries,
        Deliveries front,
        Spreading spreading,
        Dispatch dispatch,
        SettableClock clock) {

    private static final AtomicLong ACCOUNTS = new AtomicLong(9_000_000);

    static OutboxFixtures of(ApplicationContext platform) {
        var fixtures = new OutboxFixtures(
                platform.getBean(ContactStore.class),
                platform.getBean(DeliveryStore.class),
                platform.getBean(Deliveries.class),
                platform.getBean(Spreading.class),
                platform.getBean(Dispatch.class),
                platform.getBean(SettableClock.class));
        fixtures.empty();
        return fixtures;
    }

    private void empty() {
        while (spreading.spread() > 0) {
            spreading.escalate();
        }
        for (var channel : Channel.values()) {
            var later = clock.instant().plus(Duration.ofDays(90));
            for (var left = deliveries.claim(channel, QuietHours.Moment.NEVER_QUIET, later, later);
                    left.isPresent();
                    left = deliveries.claim(channel, QuietHours.Moment.NEVER_QUIET, later, later)) {
                deliveries.close(
                        left.get(),
                        new DeliveryStore.Result(
                                org.zhengtong.base.notice.DeliveryState.FAILED, "left over", null, null),
                        clock.instant());
            }
        }
    }

    /** Somebody who is reached by these channels, at addresses of his own. */
    AccountId reader(Channel... channels) {
        var reader = new AccountId(ACCOUNTS.incrementAndGet());
        for (var channel : channels) {
            contacts.save(reader, channel, address(reader, channel), clock.instant());
        }
        return reader;
    }

    /** The reader's own quiet hours. */
    void quiet(AccountId reader, QuietTime hours) {
        contacts.savePreference(reader, new Contacts.Preference("zh", null, hours), clock.instant());
    }

    static String address(AccountId reader, Channel channel) {
        return channel == Channel.MAIL ? "reader" + reader + "@example.cn" : "138%08d".formatted(reader.value());
    }

    /** The deliveries to this reader, newest first. */
    List<Delivery> to(AccountId reader) {
        return front.search(new DeliveryQuery(null, null, null, null, "", null, 200)).stream()
                .filter(delivery -> reader.equals(delivery.recipient()))
                .toList();
    }

    Delivery only(AccountId reader) {
        var found = to(reader);
        if (found.size() != 1) {
            throw new AssertionError("Not one delivery: " + found);
        }
        return found.getFirst();
    }
}
