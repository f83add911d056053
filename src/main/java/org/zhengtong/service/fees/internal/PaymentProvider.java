package org.zhengtong.service.fees.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.service.fees.PaymentOrder;
import org.zhengtong.service.fees.Refund;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the payment provider. An answer counts only with its signature; every other one is as if none had come. */
@Component
class PaymentProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentProvider.class);
    private static final int MOST_ANSWER = 16 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Made at the first use; most nodes never need it. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Where the provider is and how it signs. */
    record Endpoint(URI url, String merchant, PaymentSignature signature, Duration timeout) {}

    /** Where the payer's browser and the provider's notification come back to. */
    record Return(String page, String notification) {}

    private final FeesSettings settings;
    private final NodeMode mode;
    private final PracticeBank practice;
    private final Clock clock;

    PaymentProvider(FeesSettings settings, NodeMode mode, PracticeBank practice, Clock clock) {
        this.settings = settings;
        this.mode = mode;
        this.practice = practice;
        this.clock = clock;
    }

    boolean off() {
        return settings.provider().url() == null && !mode.demo();
    }

    /** The provider's endpoint; null when this node has none. */
    @Nullable
    Endpoint endpoint() {
        var provider = settings.provider();
        if (provider.url() == null) {
            return mode.demo() ? practice.endpoint() : null;
        }
        var secret = provider.secret();
        if (secret == null) {
            throw new IllegalStateException("zhengtong.fees.provider.secret is missing");
        }
        return new Endpoint(
                provider.url(),
                provider.merchant(),
                new PaymentSignature(provider.algorithm(), secret),
                provider.timeout());
    }

    /** The address of the page to pay at; empty when the provider does not answer. */
    Optional<String> create(PaymentOrder order, String subject, Return back) {
        return ask(
                        "/orders",
                        Map.of(
                                "order", order.number(),
                                "amountFen", order.amount().fen(),
                                "subject", subject,
                                "expiresAt", order.expiresAt().toString(),
                                "returnUrl", back.page(),
                                "notifyUrl", back.notification()))
                .map(answer -> answer.path("payUrl").asString(""))
                .filter(address -> address.matches("https?://[\\x21-\\x7e]{1,1900}"));
    }

    /** What the provider says about an order. */
    sealed interface Asked {
        record Paid(PaymentReport report) implements Asked {}

        record Waiting() implements Asked {}

        record Unknown() implements Asked {}

        record Away() implements Asked {}
    }

    Asked query(PaymentOrder order) {
        var answer = ask("/orders/query", Map.of("order", order.number()));
        if (answer.isEmpty()) {
            return new Asked.Away();
        }
        return switch (answer.get().path("state").asString("")) {
            case "PAID" ->
                PaymentReport.of(answer.get())
                        .filter(report -> report.order().equals(order.number()))
                        .<Asked>map(Asked.Paid::new)
                        .orElse(new Asked.Away());
            case "OPEN" -> new Asked.Waiting();
            case "CLOSED", "UNKNOWN" -> new Asked.Unknown();
            default -> new Asked.Away();
        };
    }

    /** Whether the refund is done; asking again with the same number refunds nothing twice. */
    boolean refund(Refund refund) {
        return ask(
                        "/refunds",
                        Map.of(
                                "order", refund.order(),
                                "refund", refund.order() + "-R",
                                "amountFen", refund.amount().fen(),
                                "reason", refund.reason()))
                .filter(answer -> answer.path("state").asString("").equals("DONE"))
                .isPresent();
    }

    /** The statement of a day as it came; empty when the provider does not answer. */
    Optional<byte[]> statement(LocalDate day) {
        return call("/statements", Map.of("day", day.toString()));
    }

    private Optional<JsonNode> ask(String path, Map<String, Object> fields) {
        return call(path, fields).flatMap(body -> {
            try {
                return Optional.of(JSON.readTree(body));
            } catch (JacksonException unreadable) {
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> call(String path, Map<String, Object> fields) {
        var endpoint = endpoint();
        if (endpoint == null) {
            return Optional.empty();
        }
        var all = new java.util.TreeMap<>(fields);
        all.put("merchant", endpoint.merchant());
        var body = JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                .timeout(endpoint.timeout())
                .header("Content-Type", "application/json")
                .header(PaymentSignature.TIMESTAMP, timestamp)
                .header(PaymentSignature.SIGNATURE, endpoint.signature().of(timestamp, path, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return answer(endpoint, path, request);
    }

    private Optional<byte[]> answer(Endpoint endpoint, String path, HttpRequest request) {
        var whole = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_ANSWER);
        try {
            // the request's own limit ends with the head of the answer; this one holds for the body as well
            var response = Client.SHARED
                    .sendAsync(request, whole)
                    .get(endpoint.timeout().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            return believed(endpoint, path, response);
        } catch (ExecutionException | TimeoutException away) {
            LOG.warn("The payment provider does not answer {}: {}", path, away.toString());
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<byte[]> believed(Endpoint endpoint, String path, HttpResponse<byte[]> response) {
        var signed = endpoint.signature()
                .right(
                        response.headers()
                                .firstValue(PaymentSignature.TIMESTAMP)
                                .orElse(""),
                        path,
                        response.body(),
                        response.headers()
                                .firstValue(PaymentSignature.SIGNATURE)
                                .orElse(""),
                        clock);
        if (response.statusCode() != 200 || !signed) {
            LOG.warn("The payment provider answers {} with {}, signed: {}", path, response.statusCode(), signed);
            return Optional.empty();
        }
        return Optional.of(response.body());
    }
}
