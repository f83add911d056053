package org.zhengtong.data.exchange.internal.transport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;

/** Goes to a neighbour over HTTPS, round after round, as long as there is something to carry. */
@Component
class HttpCarrier {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(120);
    private static final int MOST_ROUNDS = 200;

    private final Rounds rounds;
    private final LeaseStore leases;
    private final ExchangeSettings settings;
    private final Clock clock;
    private volatile @Nullable HttpClient http;

    HttpCarrier(Rounds rounds, LeaseStore leases, ExchangeSettings settings, Clock clock) {
        this.rounds = rounds;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    /** Carries until nothing is left; {@code calling} makes a round even when there is nothing to bring. */
    void carry(ExchangeNode node, boolean calling) throws InterruptedException {
        List<AnswerLine> answers = List.of();
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var batch = rounds.request(node, answers);
            // the greeting alone brings nothing
            if (batch.frames().size() == 1 && !(calling && round == 0)) {
                return;
            }
            var response = send(node, batch);
            if (response == null) {
                return;
            }
            var back = rounds.back(response);
            if (!back.understood()) {
                failed(node, batch, "the answer does not verify");
                return;
            }
            answers = back.answers();
        }
    }

    private byte @Nullable [] send(ExchangeNode node, Batch batch) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(node.address() + "/exchange/frames"))
                    .timeout(ANSWERING)
                    .header("Content-Type", "application/vnd.zhengtong.frames")
                    .POST(BodyPublishers.ofByteArray(batch.bytes()))
                    .build();
            var answer = http().send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                leases.reached(node.code(), clock.instant());
                return answer.body();
            }
            failed(node, batch, "HTTP " + answer.statusCode());
        } catch (IOException | IllegalArgumentException broken) {
            failed(node, batch, broken.getClass().getSimpleName() + " " + broken.getMessage());
        }
        return null;
    }

    private void failed(ExchangeNode node, Batch batch, String why) {
        rounds.lost(batch);
        leases.failed(node.code(), why, clock.instant(), settings.longestPause());
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
