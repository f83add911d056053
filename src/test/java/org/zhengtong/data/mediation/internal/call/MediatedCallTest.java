package org.zhengtong.data.mediation.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.Talk;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.Calls.Called;
import org.zhengtong.data.mediation.Mediation;
import org.zhengtong.data.mediation.Mediation.Message;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.sharing.GrantedReading.Client;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.SharingFakes;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.testing.SettableClock;

/** A consumer's system calls a provider's through two nodes: what is granted arrives and comes back, every fault has its answer. */
class MediatedCallTest extends PairOfNodes {

    @Test
    void a_call_passes_through_both_nodes_and_stands_in_both_logs() {
        var headers = new TreeMap<>(Map.of("accept", "application/json", "cookie", "own=1"));
        var answer = call(new Message("GET", "/companies/9137%E7%94%B2", "full=1", headers, new byte[0]));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"path\":\"/api/companies/9137甲\"}");
        assertThat(answer.headers())
                .containsEntry("content-type", "application/json; charset=utf-8")
                .doesNotContainKey("set-cookie");
        assertThat(system.asked)
                .extracting(asked -> asked.line() + " " + asked.authorization())
                .containsExactly("GET /api/companies/9137%E7%94%B2?full=1 Bearer secret");
        assertThat(county.logged("mediation.call"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry).containsEntry("call", answer.call().toString()));
        assertThat(city.logged("sharing.call"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("call", answer.call().toString())
                        .containsEntry("grant", grant.number().value())
                        .containsEntry("node", "370102-main")
                        .containsEntry("operation", "GET /companies/{code}"));
        assertThat(lines(county, Calls.Side.CONSUMER, ASKER))
                .extracting(Called::id)
                .contains(answer.call());
        assertThat(lines(city, Calls.Side.PROVIDER, HOLDER))
                .filteredOn(line -> line.id().equals(answer.call()))
                .singleElement()
                .satisfies(line -> assertThat(line.operation()).isEqualTo("GET /companies/{code}"))
                .satisfies(line -> assertThat(line.failed()).isFalse());
    }

    @Test
    void what_the_provider_answers_comes_back_as_it_is_refusals_as_well() {
        var answer = call(get("/companies/nobody"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(text(answer)).isEqualTo("{\"error\":\"没有\"}");

        var body = "{\"code\":\"甲\"}".getBytes(StandardCharsets.UTF_8);
        call(new Message("POST", "/checks", "", new TreeMap<>(Map.of("content-type", "application/json")), body));
        assertThat(system.asked.getLast().body()).isEqualTo("{\"code\":\"甲\"}");
    }

    @Test
    void consumer_and_provider_may_share_a_node() {
        var answer = call(city, get("/companies/1"), local.number().value());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lines(city, Calls.Side.CONSUMER, ASKER))
                .filteredOn(line -> line.id().equals(answer.call()))
                .singleElement()
                .satisfies(line -> assertThat(line.node()).isEmpty());
        assertThat(city.logged("sharing.call")).hasSize(1);
    }

    @Test
    void a_grant_that_is_not_named_is_found() {
        assertThat(call(county, get("/companies/1"), "").status()).isEqualTo(200);
        assertThat(city.logged("sharing.call").getFirst())
                .containsEntry("grant", grant.number().value());
    }

    @Test
    void without_a_grant_nothing_goes() {
        refused(SharingProblem.GRANT_NOT_FOUND, () -> call(county, get("/companies/1"), "GX2026-999999"));
        // a grant for calls from the provider's own node is none for another
        refused(
                SharingProblem.GRANT_NOT_FOUND,
                () -> call(county, get("/companies/1"), local.number().value()));
        var stranger = new Client(
                "system-two", "别的系统", SharingFakes.staffOf("370103.tax").department());
        refused(
                MediationProblem.NO_GRANT,
                () -> county.bean(Mediation.class)
                        .call(new Mediation.Request(
                                stranger,
                                () -> true,
                                city.node.code(),
                                CHECK,
                                get("/companies/1"),
                                "",
                                "核对",
                                "10.0.0.2")));
        assertThat(system.asked).isEmpty();
    }

    @Test
    void a_grant_that_rests_or_ended_or_is_stopped_stops_the_next_call() {
        var grants = city.bean(Grants.class);
        grants.suspend(grant.number(), "核查", HOLDER);
        refused(SharingProblem.SUSPENDED, () -> call(get("/companies/1")));
        grants.resume(grant.number(), HOLDER);

        var superior = SharingFakes.staffOf("370000.big-data");
        grants.stop(null, "演练", superior);
        refused(SharingProblem.STOPPED, () -> call(get("/companies/1")));
        grants.lift(null, superior);

        var second = city.granted(ASKER, HOLDER, "370102-main", 1_000);
        grants.revoke(second.number(), "不再需要", ASKER);
        refused(
                SharingProblem.REVOKED,
                () -> call(county, get("/companies/1"), second.number().value()));
        assertThat(system.asked).isEmpty();
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
    }

    @Test
    void a_grant_whose_last_day_is_over_lets_nothing_through() {
        CITY_CLOCK.set("2027-01-01T10:00");
        COUNTY_CLOCK.set("2027-01-01T10:00");
        refused(SharingProblem.EXPIRED, () -> call(get("/companies/1")));
        assertThat(system.asked).isEmpty();
    }

    @Test
    void a_password_that_cannot_be_opened_any_more_is_typed_in_anew() {
        // as after the keys of the node were lost and made anew
        city.bean(JdbcClient.class)
                .sql("update mediation.service set secret = set_byte(secret, length(secret) - 1,"
                        + " 255 - get_byte(secret, length(secret) - 1)) where code = :code")
                .param("code", CHECK.value())
                .update();
        refused(MediationProblem.PROVIDER_UNREACHABLE, () -> call(get("/companies/1")));
        assertThat(system.asked).isEmpty();

        var services = city.bean(Services.class);
        services.save(draft(system.address(), "secret"), services.require(CHECK).revision(), HOLDER);
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
        assertThat(system.asked.getLast().authorization()).isEqualTo("Bearer secret");
    }

    @Test
    void a_service_that_is_paused_answers_again_when_it_is_offered() {
        city.bean(Services.class).pause(CHECK, "维护", HOLDER);
        refused(MediationProblem.SERVICE_PAUSED, () -> call(get("/companies/1")));
        city.bean(Services.class).offer(CHECK, HOLDER);
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
    }

    @Test
    void the_calls_of_a_day_are_counted() {
        var two = city.granted(ASKER, HOLDER, "370102-main", 2);
        call(county, get("/companies/1"), two.number().value());
        call(county, get("/companies/1"), two.number().value());
        refused(
                SharingProblem.QUOTA_USED,
                () -> call(county, get("/companies/1"), two.number().value()));
        city.bean(Grants.class).revoke(two.number(), "用完", ASKER);
    }

    @Test
    void only_what_is_declared_can_be_called() {
        refused(
                MediationProblem.METHOD_NOT_OFFERED,
                () -> call(new Message("DELETE", "/companies/1", "", new TreeMap<>(), new byte[0])));
        refused(MediationProblem.PATH_NOT_OFFERED, () -> call(get("/people/1")));
        refused(MediationProblem.UNREADABLE, () -> call(get("/companies/..")));
        refused(MediationProblem.UNREADABLE, () -> call(get("/companies/%2e%2e")));
        refused(MediationProblem.UNREADABLE, () -> call(get("/companies/a%2Fb")));
        refused(MediationProblem.PATH_NOT_OFFERED, () -> call(get("//localhost:1/companies")));
        refused(MediationProblem.UNREADABLE, () -> call(get("@localhost/companies")));
        assertThat(system.asked).isEmpty();
    }

    @Test
    void an_unknown_service_is_not_found() {
        var request = new Mediation.Request(
                new Client("system-one", "开办系统", ASKER.department()),
                () -> true,
                city.node.code(),
                new ServiceCode("nothing"),
                get("/x"),
                "",
                "核对",
                "10.0.0.1");
        refused(
                MediationProblem.SERVICE_NOT_FOUND,
                () -> county.bean(Mediation.class).call(request));
    }

    @Test
    void a_provider_that_is_silent_too_large_or_sends_one_elsewhere() {
        refused(MediationProblem.PROVIDER_SILENT, () -> call(get("/companies/silent")));
        refused(MediationProblem.ANSWER_TOO_LARGE, () -> call(get("/companies/large")));
        refused(MediationProblem.PROVIDER_REDIRECTS, () -> call(get("/companies/elsewhere")));
        refused(
                MediationProblem.REQUEST_TOO_LARGE,
                () -> call(new Message("POST", "/checks", "", new TreeMap<>(), new byte[1_001])));
        assertThat(lines(city, Calls.Side.PROVIDER, HOLDER))
                .extracting(Called::fault)
                .contains(
                        "mediation.provider_silent",
                        "mediation.answer_too_large",
                        "mediation.provider_redirects",
                        "mediation.request_too_large");
    }

    private static void standing(String address, ProblemCode problem) {
        var services = city.bean(Services.class);
        services.save(draft(address, null), services.require(CHECK).revision(), HOLDER);
        try {
            refused(problem, () -> call(get("/companies/1")));
        } finally {
            services.save(draft(system.address(), null), services.require(CHECK).revision(), HOLDER);
        }
    }

    @Test
    void a_provider_that_cannot_be_or_may_not_be_reached() {
        standing("http://localhost:1/api", MediationProblem.PROVIDER_UNREACHABLE);
        standing("http://169.254.169.254/api", MediationProblem.ADDRESS_NOT_ALLOWED);
        standing("http://127.0.0.1:1/api", MediationProblem.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void a_node_that_is_unknown_unreachable_or_revoked() {
        refused(MediationProblem.NODE_UNKNOWN, () -> call(county, "370199-none", get("/companies/1"), ""));
        try (var other = CallingNode.start("370103-main", COUNTY_CLOCK, folder)) {
            county.node.accept(other.node, Transport.PUSH, false);
            // the other does not know the county
            refused(MediationProblem.NODE_UNKNOWN, () -> call(county, "370103-main", get("/companies/1"), ""));

            other.node.accept(county.node, Transport.PUSH, false);
            other.bean(NodeOffice.class).revoke(county.node.code(), "测试", TestNode.HE);
            other.node.forgetNodes();
            refused(MediationProblem.NODE_REVOKED, () -> call(county, "370103-main", get("/companies/1"), ""));

            county.node.accept(other.node, Transport.PUSH, false, "test.text");
            refused(MediationProblem.NOT_AGREED, () -> call(county, "370103-main", get("/companies/1"), ""));
            county.node.accept(other.node, Transport.PUSH, false);
        }
        refused(MediationProblem.NODE_UNREACHABLE, () -> call(county, "370103-main", get("/companies/1"), ""));
        county.bean(NodeOffice.class).revoke(new NodeCode("370103-main"), "测试", TestNode.HE);
        refused(MediationProblem.NODE_REVOKED, () -> call(county, "370103-main", get("/companies/1"), ""));
    }

    @Test
    void the_same_request_is_not_passed_on_twice() {
        call(get("/companies/1"));
        var again = city.heard;
        assertThat(system.asked).hasSize(1);

        city.questions = _ -> again;
        refused(MediationProblem.ANSWER_ALTERED, () -> call(get("/companies/2")));
        assertThat(system.asked).hasSize(1);
        assertThat(fault(again)).isEqualTo("mediation.repeated");
    }

    /** What the city answers to a question, as the county reads it. */
    private static String fault(byte[] question) {
        var answer = city.bean(IncomingCalls.class)
                .answer(new ByteArrayInputStream(question))
                .orElseThrow();
        var content = new String(answer, StandardCharsets.UTF_8);
        return content.replaceAll("(?s).*\"fault\":\"([a-z._]*)\".*", "$1");
    }

    @Test
    void a_forged_or_altered_request_is_refused() {
        call(get("/companies/1"));
        var good = city.heard;
        city.questions = bytes -> CallingNode.changed(bytes, 3);
        refused(MediationProblem.FORGED, () -> call(get("/companies/1")));
        assertThat(system.asked).hasSize(1);
        assertThat(city.bean(IncomingCalls.class).answer(new ByteArrayInputStream(good, 0, 40)))
                .isEmpty();

        // well signed, but no call
        var nothing = county.bean(Talk.class).ask(UUID.randomUUID(), city.node.code(), new byte[] {0, 0, 0, 9, 1});
        assertThat(fault(nothing)).isEqualTo("mediation.unreadable");
    }

    @Test
    void an_altered_answer_is_not_believed() {
        city.answers = bytes -> CallingNode.changed(bytes, 2);
        refused(MediationProblem.ANSWER_ALTERED, () -> call(get("/companies/1")));
    }

    @Test
    void clocks_that_differ_too_much_are_named() {
        COUNTY_CLOCK.advance(Duration.ofMinutes(10));
        refused(MediationProblem.CLOCK_SKEW, () -> call(get("/companies/1")));
        COUNTY_CLOCK.set(SettableClock.MONDAY_TEN.minus(Duration.ofMinutes(10)));
        refused(MediationProblem.CLOCK_SKEW, () -> call(get("/companies/1")));
        assertThat(system.asked).isEmpty();
    }

    @Test
    void too_many_calls_at_once_are_told_so() throws InterruptedException {
        var busy = new java.util.concurrent.ConcurrentLinkedQueue<ProblemCode>();
        var threads = java.util.stream.IntStream.range(0, 12)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        call(city, get("/companies/silent"), local.number().value());
                    } catch (ProblemException refused) {
                        busy.add(refused.problem());
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(busy).hasSize(12).contains(MediationProblem.BUSY, MediationProblem.PROVIDER_SILENT);
    }
}
