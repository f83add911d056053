package org.zhengtong.base.notice.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.Gateways;

@Service
class ConfiguredGateways implements Gateways {

    private static final String SET = "set";

    private final List<Outlet> outlets;
    private final DeliverySearch deliveries;
    private final Posting posting;
    private final AuditLog audit;

    ConfiguredGateways(List<Outlet> outlets, DeliverySearch deliveries, Posting posting, AuditLog audit) {
        this.outlets = outlets;
        this.deliveries = deliveries;
        this.posting = posting;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Gateway> list() {
        return outlets.stream()
                .sorted(Comparator.comparing(Outlet::channel))
                .map(this::gateway)
                .toList();
    }

    private Gateway gateway(Outlet outlet) {
        var sent = deliveries.lastSent(outlet.channel());
        var failed = deliveries
                .lastFailed(outlet.channel())
                .filter(failure -> sent.isEmpty() || failure.id() > sent.get().id());
        return new Gateway(
                outlet.channel(),
                outlet.configured(),
                outlet.facts().stream().map(ConfiguredGateways::withoutSecret).toList(),
                sent.map(Delivery::sentAt).orElse(null),
                failed.map(Delivery::answer).orElse(null));
    }

    /** The one place where facts leave the room: no secret passes it. */
    private static Fact withoutSecret(Fact fact) {
        var value = fact.value() == null || fact.value().isEmpty() ? null : fact.value();
        return new Fact(fact.setting(), value == null || !fact.secret() ? value : SET, fact.secret());
    }

    @Override
    @Transactional
    public TestOutcome test(Channel channel, String address, Actor by) {
        if (!posting.open(channel)) {
            return new TestOutcome.NotConfigured();
        }
        var kept = channel == Channel.WEBHOOK ? webhook(address) : AddressForms.kept(channel, address);
        if (kept.isEmpty()) {
            return new TestOutcome.NotAnAddress();
        }
        var delivery = posting.post(channel, kept.get(), "notice.test", List.of(by.name()));
        audit.record(AuditAction.of(by, "notice.test_gateway", "delivery", String.valueOf(delivery))
                .with("channel", channel));
        return new TestOutcome.Queued(delivery);
    }

    /** A system is addressed by the name it is configured under. */
    private java.util.Optional<String> webhook(String name) {
        return outlets.stream()
                        .filter(outlet -> outlet.channel() == Channel.WEBHOOK)
                        .flatMap(outlet -> outlet.facts().stream())
                        .anyMatch(fact -> fact.setting().equals("zhengtong.notice.webhooks." + name.strip() + ".url"))
                ? java.util.Optional.of(name.strip())
                : java.util.Optional.empty();
    }
}
