package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryState;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.notice.Receipts.ReceiptOutcome;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;

/** Gateways and other systems by HTTP: signed on the way out, and believed on the way back only with a signature. */
@PlatformTest
class GatewayTest {

    private static final String SECRET = "between the two of us";
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Received(String body, String timestamp, String signature, String type) {}

    @Autowired
    private Notices notices;

    @Autowired
    private ReceiptBook receipts;

    @Autowired
    private PartStore parts;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private SettableClock clock;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"code\":\"0\",\"data\":{\"id\":\"g-1\"}}";
    private volatile boolean hanging;
    private HttpServer gateway;
    private OutboxFixtures outbox;

    @BeforeEach
    void a_gateway() throws IOException {
        outbox = OutboxFixtures.of(platform);
        answer = "{\"code\":\"0\",\"data\":{\"id\":\"g-" + System.nanoTime() + "\"}}";
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/", this::take);
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        clock.set(SettableClock.MONDAY_TEN);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                String.valueOf(headers.getFirst(Webhooks.TIMESTAMP)),
                String.valueOf(headers.getFirst(Webhooks.SIGNATURE)),
                String.valueOf(headers.getFirst("Content-Type"))));
        while (hanging) {
            LockSupport.parkNanos(50_000_000);
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/send");
    }

    /** A gateway that is well is waited for, however busy the machine is. */
    private Duration patience() {
        return hanging ? Duration.ofMillis(500) : Duration.ofSeconds(10);
    }

    private GatewaySettings settings(String algorithm) {
        var http = new HttpGatewaySettings(
                address(),
                "application/json",
                "{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}",
                Map.of(Webhooks.SIGNATURE, "{signature}", Webhooks.TIMESTAMP, "{timestamp}"),
                SECRET,
                algorithm,
                "{timestamp}.{body}",
                "/data/id",
                "/code",
                "0",
                "/id",
                "/state",
                "DELIVERED",
                patience());
        var hook = new GatewaySettings.Webhook(address(), SECRET, algorithm, List.of("feedback.notice."), patience());
        return new GatewaySettings(http, http, Map.of("archive", hook));
    }

    private AccountId toldBy(Channel channel) {
        var reader = outbox.reader(channel);
        notices.send(Notice.to(reader, "feedback.notice.bad_rating", "“引号”与\\反斜线\"", "C-1", "2026-03-05"));
        outbox.spreading().spread();
        return reader;
    }

    private void sendBy(GatewaySettings settings) {
        outbox.dispatch().sendDue(new VoiceCalls(settings, JSON, clock));
    }

    @Test
    void a_gateway_gets_a_body_in_its_own_form_signed_with_the_common_secret() throws Exception {
        for (var algorithm : List.of("hmac-sha256", "hmac-sm3")) {
            received.clear();
            var reader = toldBy(Channel.VOICE);
            sendBy(settings(algorithm));

            var taken = received.getFirst();
            assertThat(JSON.readTree(taken.body()).at("/to").asString())
                    .isEqualTo(OutboxFixtures.address(reader, Channel.VOICE));
            assertThat(JSON.readTree(taken.body()).at("/text").asString()).contains("C-1");
            assertThat(taken.signature())
                    .isEqualTo(Signatures.of(
                            algorithm,
                            SECRET,
                            (taken.timestamp() + "." + taken.body()).getBytes(StandardCharsets.UTF_8)));
            assertThat(outbox.only(reader).state()).isEqualTo(DeliveryState.SENT);
        }
    }

    @Test
    void hashes_are_those_of_the_standards() {
        // RFC 4231, test case 2; HMAC-SM3 of the same key and text as OpenSSL computes it.
        var text = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        assertThat(Signatures.of("hmac-sha256", "Jefe", text))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Signatures.of("hmac-sm3", "Jefe", text))
                .isEqualTo("2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882");
    }

    @Test
    void what_the_gateway_refuses_is_not_tried_again_and_what_it_postpones_is() {
        var reader = toldBy(Channel.VOICE);
        answer = "{\"code\":\"17\",\"message\":\"no credit\"}";
        sendBy(settings("hmac-sha256"));
        assertThat(outbox.only(reader).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(outbox.only(reader).answer()).contains("no credit");

        var later = toldBy(Channel.VOICE);
        status = 503;
        sendBy(settings("hmac-sha256"));
        assertThat(outbox.only(later).state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void a_gateway_that_hangs_costs_its_time_limit_and_is_not_asked_again_at_once() {
        var reader = toldBy(Channel.VOICE);
        hanging = true;
        var begun = System.nanoTime();
        sendBy(settings("hmac-sha256"));
        hanging = false;

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(outbox.only(reader).state()).isEqualTo(DeliveryState.UNSURE);
        sendBy(settings("hmac-sha256"));
        assertThat(received).hasSize(1);
    }

    @Test
    void receipts_are_believed_once_fresh_and_with_the_right_signature_only() {
        var reader = toldBy(Channel.VOICE);
        sendBy(settings("hmac-sha256"));
        var id = JSON.readTree(answer).at("/data/id").asString();
        var body = "{\"id\":\"%s\",\"state\":\"DELIVERED\"}".formatted(id);
        var now = clock.instant().getEpochSecond();

        assertThat(receive(body, now, "00")).isEqualTo(ReceiptOutcome.FORGED);
        assertThat(receive(body, now, signed("another secret", body, now))).isEqualTo(ReceiptOutcome.FORGED);
        assertThat(receive(body.replace("DELIVERED", "REJECTED"), now, signed(SECRET, body, now)))
                .isEqualTo(ReceiptOutcome.FORGED);
        assertThat(receive(body, now - 400, signed(SECRET, body, now - 400))).isEqualTo(ReceiptOutcome.FORGED);
        assertThat(outbox.only(reader).state()).isEqualTo(DeliveryState.SENT);

        assertThat(receive(body, now, signed(SECRET, body, now))).isEqualTo(ReceiptOutcome.TAKEN);
        assertThat(receive(body, now, signed(SECRET, body, now))).as("replayed").isEqualTo(ReceiptOutcome.FORGED);
        assertThat(outbox.only(reader).state()).isEqualTo(DeliveryState.DELIVERED);

        var unknown = body.replace(id, "nobody-knows-" + id);
        assertThat(receive(unknown, now, signed(SECRET, unknown, now))).isEqualTo(ReceiptOutcome.UNMATCHED);
        assertThat(receive("not json", now, signed(SECRET, "not json", now))).isEqualTo(ReceiptOutcome.UNREADABLE);
        assertThat(book().receive("fax", "0", "", new byte[0])).isEqualTo(ReceiptOutcome.NO_SUCH_GATEWAY);
    }

    private SignedReceipts book() {
        return new SignedReceipts(settings("hmac-sha256"), receipts, parts, JSON, clock);
    }

    private ReceiptOutcome receive(String body, long at, @Nullable String signature) {
        return book().receive("voice", String.valueOf(at), signature, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String secret, String body, long at) {
        return Signatures.of(
                "hmac-sha256", secret, Signatures.stamped(String.valueOf(at), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void other_systems_are_told_with_a_signature_over_time_and_body_and_again_when_they_were_away() {
        var webhooks = new Webhooks(settings("hmac-sm3"), JSON, clock);
        var spreading = spreadingTo(webhooks);
        var reader = outbox.reader();
        notices.send(Notice.to(reader, "feedback.notice.bad_rating", "企业设立登记", "C-1", "2026-03-05")
                .linking("/cases/1"));
        spreading.spread();
        status = 500;
        outbox.dispatch().sendDue(webhooks);
        assertThat(outbox.only(reader).state()).isEqualTo(DeliveryState.WAITING);

        status = 200;
        clock.advance(Dispatch.PAUSES.getFirst());
        outbox.dispatch().sendDue(webhooks);

        assertThat(outbox.only(reader)).extracting(Delivery::state).isEqualTo(DeliveryState.SENT);
        var first = received.getFirst();
        var second = received.getLast();
        assertThat(JSON.readTree(second.body()).at("/id"))
                .isEqualTo(JSON.readTree(first.body()).at("/id"));
        assertThat(JSON.readTree(second.body()).at("/title").asString()).contains("企业设立登记");
        assertThat(JSON.readTree(second.body()).at("/link").asString()).endsWith("/cases/1");
        assertThat(second.signature())
                .isEqualTo(Signatures.of(
                        "hmac-sm3",
                        SECRET,
                        Signatures.stamped(second.timestamp(), second.body().getBytes(StandardCharsets.UTF_8))));
    }

    private Spreading spreadingTo(Webhooks webhooks) {
        return new Spreading(
                platform.getBean(SpreadStore.class),
                platform.getBean(ContactStore.class),
                platform.getBean(DeliveryStore.class),
                platform.getBean(Wordings.class),
                webhooks,
                platform.getBean(QuietHours.class),
                clock);
    }
}
