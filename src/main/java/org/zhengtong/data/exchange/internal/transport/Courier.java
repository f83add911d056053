package org.zhengtong.data.exchange.internal.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.internal.Bell;
import org.zhengtong.data.exchange.internal.incoming.Application;
import org.zhengtong.data.exchange.internal.node.KnownNodes;

/** Carries to and from all neighbours, each on a thread of its own, whenever the bell rings and every few seconds. */
@Component
public class Courier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PARTING = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final KnownNodes nodes;
    private final Application application;
    private final CarriersOfNode carriers;
    private final LeaseStore leases;
    private final Bell bell;
    private final Times times;
    private final String instance = UUID.randomUUID().toString();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> again = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread loop;
    private volatile @Nullable Thread stopped;

    Courier(
            KnownNodes nodes,
            Application application,
            CarriersOfNode carriers,
            LeaseStore leases,
            Bell bell,
            Times times) {
        this.nodes = nodes;
        this.application = application;
        this.carriers = carriers;
        this.leases = leases;
        this.bell = bell;
        this.times = times;
    }

    /** When to carry. */
    @Component
    static final class Times {

        private final ExchangeSettings settings;
        private final Clock clock;
        private final boolean working;

        Times(ExchangeSettings settings, Clock clock, @Value("${zhengtong.jobs.enabled:true}") boolean working) {
            this.settings = settings;
            this.clock = clock;
            this.working = working;
        }
    }

    @Override
    public void start() {
        if (times.settings.enabled() && times.working) {
            loop = Thread.ofVirtual().name("exchange-courier").start(this::run);
        }
    }

    private void run() {
        while (!Thread.currentThread().equals(stopped)) {
            try {
                bell.await(times.settings.every());
                carryAll();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("The courier stumbled and goes on", failure);
            }
        }
    }

    private void carryAll() {
        carriers.meet();
        var known = nodes.all();
        if (known.isEmpty()) {
            return;
        }
        application.applyReady();
        var due = carriers.due(times.clock.instant());
        for (var node : known) {
            if (node.standing() != NodeStanding.REVOKED
                    && (due.contains(node.code().value()) || carriers.calls(node))) {
                var code = node.code().value();
                if (busy.add(code)) {
                    Thread.ofVirtual().name("exchange-" + code).start(() -> carryLeased(node));
                } else {
                    again.add(code);
                }
            }
        }
    }

    private void carryLeased(ExchangeNode node) {
        var code = node.code().value();
        try {
            do {
                again.remove(code);
                carry(node);
            } while (again.contains(code) && loop != null);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("Carrying to {} stumbled and is tried again", code, failure);
        } finally {
            busy.remove(code);
        }
    }

    /** Carries once to and from a node, now and on this thread. */
    public void carry(ExchangeNode node) throws InterruptedException {
        if (node.via() != null) {
            carriers.pass(node);
        } else if (leases.take(node.code(), instance, times.clock.instant(), LEASE)) {
            try {
                carriers.carry(node);
            } finally {
                leases.release(node.code(), instance);
            }
        }
    }

    @Override
    public void stop() {
        var running = loop;
        loop = null;
        stopped = running;
        if (running != null) {
            bell.ring();
            try {
                running.join(PARTING);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
