package org.zhengtong.base.notice.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that ends in time even when the other side drips one byte before each time-out: it runs on a virtual thread, whose
 * interruption closes the socket it waits on.
 */
final class DeadlineCall {

    private DeadlineCall() {}

    static <T> T within(Duration deadline, Callable<T> call) throws Exception {
        var task = new FutureTask<>(call);
        var thread = Thread.ofVirtual().name("notice-call").start(task);
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            throw late;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        } catch (InterruptedException stop) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw stop;
        }
    }
}
