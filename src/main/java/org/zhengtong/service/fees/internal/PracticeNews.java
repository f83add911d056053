package org.zhengtong.service.fees.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The practice bank's notifications: one for each payment, not repeated; the platform asks for what it missed. */
@Component
class PracticeNews {

    /** The path that is signed, whatever the address is that the platform named. */
    static final String PATH = "/notifications";

    private static final Logger LOG = LoggerFactory.getLogger(PracticeNews.class);

    private final Clock clock;

    PracticeNews(Clock clock) {
        this.clock = clock;
    }

    void tell(PracticeBank.Account order, PaymentSignature signature) {
        var body = JsonMapper.shared().writeValueAsBytes(PracticeBank.state(order, order.order()));
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(order.notifyUrl()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header(PaymentSignature.TIMESTAMP, timestamp)
                .header(PaymentSignature.SIGNATURE, signature.of(timestamp, PATH, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            LOG.info("The practice bank told of {}: {}", order.order(), status);
        } catch (IOException away) {
            LOG.warn("The practice bank could not tell of {}: {}", order.order(), away.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
