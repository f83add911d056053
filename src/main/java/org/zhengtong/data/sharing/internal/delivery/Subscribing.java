package org.zhengtong.data.sharing.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.delivery.SubscriptionStore.Subscription;
import org.zhengtong.data.sharing.internal.grant.GrantStore;
import tools.jackson.databind.json.JsonMapper;

/** Sends what changed to subscribers at other nodes, within what each grant allows at that moment. */
@Component
class Subscribing implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PIECE = 1_000;
    private static final int MOST_PIECES = 100;

    private final SubscriptionStore subscriptions;
    private final GrantStore grants;
    private final GrantedReading reading;
    private final Dispatch dispatch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Subscribing(
            SubscriptionStore subscriptions,
            GrantStore grants,
            GrantedReading reading,
            Dispatch dispatch,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.grants = grants;
        this.reading = reading;
        this.dispatch = dispatch;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sharing.deliver";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(1));
    }

    @Override
    public JobNote run() {
        var sent = 0;
        for (var subscription : subscriptions.all()) {
            var grant = grants.find(subscription.grant()).orElseThrow();
            try {
                sent += send(subscription, grant);
            } catch (ProblemException stopped) {
                // An expired or stopped grant gives nothing; a node that was revoked gets nothing. Tried again at the
                // next round.
                LOG.info("Nothing is delivered under {}: {}", grant.number(), stopped.getMessage());
            }
        }
        return JobNote.of("sharing.deliver.done", sent);
    }

    private int send(Subscription subscription, DataGrant grant) {
        var use = new Use(
                grant.number(),
                Way.SUBSCRIPTION,
                grant.consumer(),
                new Actor(Actor.Kind.SYSTEM, "sharing", subscription.node().value()),
                grant.terms().purpose(),
                "node " + subscription.node());
        var position = subscription.position();
        var sent = 0;
        for (var piece = 0; piece < MOST_PIECES; piece++) {
            var records = reading.changesAfter(use, position, PIECE);
            if (records.isEmpty()) {
                break;
            }
            var from = position;
            position = records.getLast().position();
            var to = position;
            transaction.executeWithoutResult(_ -> {
                if (subscriptions.advance(grant.number(), from, to, clock.instant())) {
                    dispatch.send(envelope(subscription, grant, records));
                }
            });
            sent += records.size();
        }
        return sent;
    }

    private static EnvelopeRequest envelope(Subscription subscription, DataGrant grant, List<RegisterRecord> records) {
        var text = new ChangesText(
                grant.number().value(),
                grant.register().value(),
                grant.consumer().value(),
                records.stream().map(Subscribing::change).toList());
        return EnvelopeRequest.of(ChangesText.KIND, subscription.node(), JSON.writeValueAsBytes(text))
                .through("sharing." + grant.number().value().toLowerCase(java.util.Locale.ROOT))
                .purposed(shortened(grant.terms().purpose()))
                .confidential();
    }

    private static String shortened(String purpose) {
        return purpose.substring(0, Math.min(purpose.length(), EnvelopeRequest.LONGEST_PURPOSE));
    }

    private static ChangesText.Change change(RegisterRecord record) {
        var values = new LinkedHashMap<String, String>();
        record.values().keySet().forEach(item -> values.put(item.value(), record.text(item)));
        return new ChangesText.Change(record.key().value(), values, record.position(), record.validTo() != null);
    }
}
