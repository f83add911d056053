package org.zhengtong.base.audit.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that places entries five times a second and signs a tree head at most every second. */
@Component
class Sequencer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final long ROUNDS_BETWEEN_HEADS = 5;

    private final Sequencing sequencing;
    private @Nullable Thread thread;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Sequencer(Sequencing sequencing) {
        this.sequencing = sequencing;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("audit-sequencer").daemon().start(this::work);
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        var working = thread;
        thread = null;
        if (working != null) {
            try {
                working.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        var round = 0L;
        while (stopped.getCount() > 0) {
            var pause = PAUSE;
            try {
                placeAll();
                if (round++ % ROUNDS_BETWEEN_HEADS == 0) {
                    sequencing.signHead();
                }
            } catch (RuntimeException e) {
                LOG.error("The audit log's sequencer failed and tries again in {}", PAUSE_AFTER_FAILURE, e);
                pause = PAUSE_AFTER_FAILURE;
            }
            await(pause);
        }
    }

    private void placeAll() {
        while (sequencing.placeBatch() && stopped.getCount() > 0) {
            LOG.debug("A full batch of audit entries was placed");
        }
    }

    private void await(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The audit log's sequencer stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
