package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Notice;

/** Puts a single message into the outbox of one channel: codes and tests, which are no messages of the site. */
@Component
class Posting {

    private final List<Outlet> outlets;
    private final DeliveryStore deliveries;
    private final Jobs jobs;
    private final Clock clock;

    Posting(List<Outlet> outlets, DeliveryStore deliveries, Jobs jobs, Clock clock) {
        this.outlets = outlets;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    boolean open(Channel channel) {
        return outlets.stream().anyMatch(outlet -> outlet.channel() == channel && outlet.configured());
    }

    /** A test of a gateway. */
    long post(Channel channel, String address, String template, List<String> args) {
        return post(new DeliveryStore.Order(null, null, channel, address, template, 0, args, null, true), false);
    }

    /** A code for somebody; once it has left, its digits are not kept. */
    void postCode(Channel channel, AccountId to, String address, String template, String code) {
        post(new DeliveryStore.Order(null, to, channel, address, template, 0, List.of(code), null, true), true);
    }

    /** A mail with a link that must not be kept once it has left. */
    void postSecret(Notice notice, String address) {
        post(
                new DeliveryStore.Order(
                        null,
                        notice.to(),
                        Channel.MAIL,
                        address,
                        notice.template(),
                        0,
                        notice.args(),
                        notice.link(),
                        true),
                true);
    }

    private long post(DeliveryStore.Order order, boolean secret) {
        var id = deliveries.insert(order, secret, clock.instant(), clock.instant());
        jobs.runSoon(jobOf(order.channel()));
        return id;
    }

    static String jobOf(Channel channel) {
        return switch (channel) {
            case MAIL -> "notice.mail";
            case SMS -> "notice.sms";
            case VOICE -> "notice.voice";
            case WEBHOOK -> "notice.webhook";
        };
    }
}
