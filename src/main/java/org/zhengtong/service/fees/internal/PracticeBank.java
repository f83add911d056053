package org.zhengtong.service.fees.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.zhengtong.service.fees.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank to practise with (模拟银行): a server of its own that speaks the provider's side of the interface, so that demonstration
 * and tests pay over a real network connection. Started at the first payment in demonstration mode; moves no money, and says so.
 */
@Component
class PracticeBank implements DisposableBean {

    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PracticePage page;
    private final PracticeNews news;
    private final FeesSettings settings;
    private final Clock clock;
    private final PaymentSignature signature =
            new PaymentSignature("hmac-sm3", UUID.randomUUID().toString());
    private final Map<String, Account> orders = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    PracticeBank(PracticePage page, PracticeNews news, FeesSettings settings, Clock clock) {
        this.page = page;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** An order as the bank has it. */
    record Account(
            String order,
            String subject,
            Money amount,
            String returnUrl,
            String notifyUrl,
            @Nullable String transaction,
            @Nullable OffsetDateTime paidAt,
            @Nullable LocalDate refundedOn) {

        Account paid(OffsetDateTime at) {
            return new Account(order, subject, amount, returnUrl, notifyUrl, "T" + UUID.randomUUID(), at, refundedOn);
        }

        Account refunded(LocalDate on) {
            return new Account(order, subject, amount, returnUrl, notifyUrl, transaction, paidAt, on);
        }
    }

    synchronized PaymentProvider.Endpoint endpoint() {
        if (server == null) {
            server = start();
        }
        var address = URI.create("http://localhost:" + server.getAddress().getPort());
        return new PaymentProvider.Endpoint(address, "practice", signature, Duration.ofSeconds(10));
    }

    private HttpServer start() {
        try {
            var started = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.practicePort()), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::serve);
            started.start();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void destroy() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/pay/")) {
                counter(exchange, path.substring("/pay/".length()));
            } else {
                program(exchange, path);
            }
        }
    }

    /** What a person does at the bank's page. */
    private void counter(HttpExchange exchange, String number) throws IOException {
        var order = orders.get(number);
        if (order == null) {
            answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            order = pay(number);
            news.tell(order, signature);
        }
        answer(exchange, 200, "text/html;charset=UTF-8", page.of(order).getBytes(StandardCharsets.UTF_8));
    }

    /** Pays an order, once, without telling anybody. */
    Account pay(String number) {
        return java.util.Objects.requireNonNull(orders.computeIfPresent(
                number,
                (key, order) -> order.transaction() == null
                        ? order.paid(clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                        : order));
    }

    /** What the platform's program asks; unsigned questions get no answer. */
    private void program(HttpExchange exchange, String path) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LONGEST);
        var heads = exchange.getRequestHeaders();
        var timestamp = heads.getFirst(PaymentSignature.TIMESTAMP);
        var given = heads.getFirst(PaymentSignature.SIGNATURE);
        if (timestamp == null || given == null || !signature.right(timestamp, path, body, given, clock)) {
            answer(exchange, 401, "text/plain", new byte[0]);
            return;
        }
        try {
            var said = reply(path, JSON.readTree(body));
            var now = String.valueOf(clock.instant().getEpochSecond());
            exchange.getResponseHeaders().set(PaymentSignature.TIMESTAMP, now);
            exchange.getResponseHeaders().set(PaymentSignature.SIGNATURE, signature.of(now, path, said));
            answer(exchange, 200, "application/json", said);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            answer(exchange, 400, "text/plain", new byte[0]);
        }
    }

    private byte[] reply(String path, JsonNode asked) {
        var order = asked.path("order").asString("");
        return switch (path) {
            case "/orders" -> written(open(order, asked));
            case "/orders/query" -> written(state(orders.get(order), order));
            case "/refunds" -> written(Map.of("state", refund(order) ? "DONE" : "REFUSED"));
            case "/statements" ->
                statement(LocalDate.parse(asked.path("day").asString("")))
                        .written()
                        .getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(path);
        };
    }

    private Map<String, Object> open(String number, JsonNode asked) {
        orders.putIfAbsent(
                number,
                new Account(
                        number,
                        asked.path("subject").asString(""),
                        new Money(asked.path("amountFen").asLong()),
                        asked.path("returnUrl").asString(""),
                        asked.path("notifyUrl").asString(""),
                        null,
                        null,
                        null));
        return Map.of("order", number, "payUrl", endpoint().url() + "/pay/" + number);
    }

    static Map<String, Object> state(@Nullable Account order, String number) {
        if (order == null) {
            return Map.of("order", number, "state", "UNKNOWN");
        }
        var transaction = order.transaction();
        return transaction == null
                ? Map.of("order", number, "state", "OPEN")
                : Map.of(
                        "order",
                        number,
                        "state",
                        "PAID",
                        "transaction",
                        transaction,
                        "amountFen",
                        order.amount().fen(),
                        "paidAt",
                        String.valueOf(order.paidAt()));
    }

    private boolean refund(String number) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var order = orders.computeIfPresent(
                number,
                (key, known) ->
                        known.transaction() == null || known.refundedOn() != null ? known : known.refunded(today));
        return order != null && order.refundedOn() != null;
    }

    private Statement statement(LocalDate day) {
        var paid = orders.values().stream()
                .filter(order ->
                        order.paidAt() != null && order.paidAt().toLocalDate().equals(day))
                .map(order ->
                        new Statement.Line(false, order.order(), String.valueOf(order.transaction()), order.amount()));
        var refunded = orders.values().stream()
                .filter(order -> day.equals(order.refundedOn()))
                .map(order -> new Statement.Line(
                        true, order.order() + "-R", String.valueOf(order.transaction()), order.amount()));
        return new Statement(java.util.stream.Stream.concat(paid, refunded).toList());
    }

    private static byte[] written(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().put("Content-Type", List.of(type));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
