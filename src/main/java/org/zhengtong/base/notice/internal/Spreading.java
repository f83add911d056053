package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Contact;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.QuietTime;
import org.zhengtong.base.notice.internal.DeliveryStore.Order;
import org.zhengtong.base.notice.internal.SpreadStore.Spread;

/**
 * Takes messages from the site to the channels their readers chose, and on to the next channel or the deputy when nobody
 * acknowledges them. Runs after the sender's transaction, so that no case action waits for it.
 */
@Service
class Spreading {

    private static final int BATCH = 200;

    private final SpreadStore messages;
    private final ContactStore contacts;
    private final DeliveryStore deliveries;
    private final Wordings wordings;
    private final Webhooks webhooks;
    private final QuietHours quiet;
    private final Clock clock;

    Spreading(
            SpreadStore messages,
            ContactStore contacts,
            DeliveryStore deliveries,
            Wordings wordings,
            Webhooks webhooks,
            QuietHours quiet,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.wordings = wordings;
        this.webhooks = webhooks;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Spreads one batch; how many messages it was. */
    @Transactional
    public int spread() {
        var taken = messages.take(BATCH);
        var reachable = contacts.enabledOf(
                taken.stream().map(message -> message.recipient().value()).toList());
        var quietOf = contacts.quietOf(reachable.keySet());
        for (var message : taken) {
            var reader = message.recipient().value();
            spread(message, reachable.getOrDefault(reader, List.of()), quietOf.get(reader));
        }
        return taken.size();
    }

    /** What is to be acknowledged goes by the quietest channel first; everything else by all that were chosen. */
    private void spread(Spread message, List<Contact> reachable, @Nullable QuietTime own) {
        var wait = wait(message);
        if (wait.isEmpty() || message.urgent()) {
            reachable.forEach(contact -> order(message, contact, own));
        } else {
            reachable.stream()
                    .min(Comparator.comparing(Contact::channel))
                    .ifPresent(contact -> order(message, contact, own));
        }
        wait.ifPresent(
                pause -> messages.escalateAt(message.id(), clock.instant().plus(pause)));
        if (message.passedOnFrom() == null) {
            webhooks.wanting(message.template()).forEach(system -> order(message, Channel.WEBHOOK, system, null));
        }
    }

    private Optional<Duration> wait(Spread message) {
        return wordings.published(message.template())
                .map(MessageTemplate::escalateMinutes)
                .map(Duration::ofMinutes);
    }

    private void order(Spread message, Contact contact, @Nullable QuietTime own) {
        order(message, contact.channel(), contact.address(), own);
    }

    private void order(Spread message, Channel channel, String address, @Nullable QuietTime own) {
        deliveries.insert(
                new Order(
                        message.id(),
                        message.recipient(),
                        channel,
                        address,
                        message.template(),
                        message.version(),
                        message.args(),
                        message.link(),
                        message.urgent()),
                false,
                clock.instant(),
                quiet.earliest(channel, message.urgent(), own));
    }

    /** Takes the next step for one batch of messages that nobody acknowledged; how many it was. */
    @Transactional
    public int escalate() {
        var taken = messages.takeUnacknowledged(clock.instant(), BATCH);
        taken.forEach(this::escalate);
        return taken.size();
    }

    private void escalate(Spread message) {
        var used = messages.usedChannels(message.id());
        var next = contacts.of(message.recipient()).stream()
                .filter(Contact::enabled)
                .filter(contact -> !used.contains(contact.channel()))
                .min(Comparator.comparing(Contact::channel));
        if (next.isPresent()) {
            order(message, next.get(), contacts.preference(message.recipient()).quiet());
            wait(message)
                    .ifPresent(pause ->
                            messages.escalateAt(message.id(), clock.instant().plus(pause)));
            return;
        }
        // A deputy's deputy is not asked: two who pass on to each other would never end.
        var deputy = contacts.preference(message.recipient()).deputy();
        if (deputy != null && message.passedOnFrom() == null) {
            messages.passOn(message, deputy, clock.instant());
        }
    }
}
