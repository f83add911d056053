package org.zhengtong.data.mediation.internal.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.internal.MediationSettings;

/** Goes out by HTTP: so many at once, for so long, for so many octets; no redirection is followed. */
@Component
public class Outside {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Settings settings;
    private final AtomicInteger out = new AtomicInteger();
    private volatile @Nullable HttpClient http;

    Outside(Settings settings) {
        this.settings = settings;
    }

    /** What the answers to failures are. */
    record Faults(MediationProblem silent, MediationProblem unreachable, MediationProblem tooLarge) {}

    HttpResponse<byte[]> send(HttpRequest request, Duration patience, int most, Faults faults) {
        if (out.incrementAndGet() > settings.value(MediationSettings.AT_ONCE)) {
            out.decrementAndGet();
            throw new ProblemException(MediationProblem.BUSY);
        }
        try {
            return answer(request, patience, most, faults);
        } finally {
            out.decrementAndGet();
        }
    }

    /** The request's own timeout ends with the headers of the answer; this one with its last octet. */
    private HttpResponse<byte[]> answer(HttpRequest request, Duration patience, int most, Faults faults) {
        var coming = http().sendAsync(request, BoundedBody.handler(most));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            coming.cancel(true);
            throw new ProblemException(faults.silent(), patience.toSeconds());
        } catch (ExecutionException failed) {
            if (timedOut(failed)) {
                throw new ProblemException(faults.silent(), patience.toSeconds());
            }
            throw problem(failed.getCause(), faults, most);
        } catch (InterruptedException stop) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProblemException(faults.unreachable());
        }
    }

    // Both clocks run out together when not even the headers come; either may be the first to say so.
    private static boolean timedOut(ExecutionException failed) {
        return failed.getCause() instanceof HttpTimeoutException timeout
                && !(timeout instanceof HttpConnectTimeoutException);
    }

    private static ProblemException problem(@Nullable Throwable failure, Faults faults, int most) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLong) {
                return new ProblemException(faults.tooLarge(), most);
            }
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return new ProblemException(faults.unreachable());
            }
        }
        if (failure instanceof IOException) {
            return new ProblemException(faults.unreachable());
        }
        throw new IllegalStateException(failure);
    }

    private synchronized HttpClient http() {
        var known = http;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .connectTimeout(CONNECTING)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            http = known;
        }
        return known;
    }
}
