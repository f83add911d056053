package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.journey.SystemClient.json;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.OrganizationCode;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Draft;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** GovStack Digital Registries 1.3 as a foreign program speaks it: reading under a grant, writing by the source. */
@PlatformTest
class GovStackRegistriesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Requests requests;

    @Autowired
    private Registers registers;

    @Autowired
    private SettableClock clock;

    private SystemClient system = new SystemClient(0, "", "");

    @BeforeEach
    void on_a_monday() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    private HttpResponse<String> call(String path, Map<String, String> heads) throws Exception {
        return system.send("GET", path, "", heads);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return system.send(method, path, body, Map.of("Content-Type", "application/json"));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    /** Where the register stands now; others may have changed its definition. */
    private String register(String code) {
        return "/govstack/dr/data/" + code + "/"
                + registers.find(new RegisterCode(code)).orElseThrow().version() + ".0";
    }

    private CurrentUser staff(String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }

    private void granted() {
        var items = Set.of(new ItemName("creditCode"), new ItemName("name"));
        var wish =
                new Wish("信用修复", "社会信用管理条例", items, List.of(), 1_000, LocalDate.of(2027, 1, 31), Set.of(Way.API), "");
        var meng = staff("jn-1201");
        var draft = (RequestOutcome.Done) requests.save(new Draft(0, 0, "102001-000001", wish), meng);
        if (requests.send(draft.request().id(), meng) instanceof RequestOutcome.Done(var sent)) {
            requests.answer(sent.id(), new Verdict.Grant(items, Map.of(), 1_000, ""), staff("jn-0204"));
        }
    }

    /** Names and shapes as the GovStack Digital Registries data API 1.3.0 has them. */
    @Test
    void records_are_read_under_a_grant() throws Exception {
        WaitingWork.run(platform, "registers");
        granted();
        system = SystemClient.connected(port, "信用平台").boundBy("孟川");
        var client = Map.of("Information-Mediator-Client", "CN/GOV/370100.development-reform/registers");
        var register = register("legal-person");
        var list = json(call(register + "?page_size=2", client));
        assertThat(list.get("count").asInt()).isEqualTo(2);
        assertThat(list.get("results")).hasSize(2);
        assertThat(list.get("previous").isNull()).isTrue();
        var first = list.get("results").get(0);
        assertThat(first.propertyNames()).containsExactlyInAnyOrder("creditCode", "name");
        var next = URI.create(list.get("next").asString());
        assertThat(json(call(next.getRawPath() + "?" + next.getRawQuery(), client))
                        .get("results")
                        .get(0))
                .isNotEqualTo(first);
        var code = first.get("creditCode").asString();
        assertThat(json(call(register + "?query.creditCode=" + code, client))
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(call(register + "?filter=creditCode&search=" + code.substring(0, 17), client))
                        .get("results")
                        .get(0)
                        .get("creditCode")
                        .asString())
                .isEqualTo(code);

        var query = "{\"query\":{\"content\":{\"creditCode\":\"" + code + "\"}}}";
        assertThat(json(post(register + "/read", query)).get("content")).isEqualTo(first);
        assertThat(json(post(register + "/exists", query))
                        .get("answer")
                        .get("status")
                        .asBoolean())
                .isTrue();
        var nobody = query.replace(code, "000000000000000000");
        assertThat(post(register + "/read", nobody).statusCode()).isEqualTo(404);
        assertThat(json(post(register + "/exists", nobody))
                        .get("answer")
                        .get("status")
                        .asBoolean())
                .isFalse();
        assertThat(post(register + "/read", "{}").statusCode()).isEqualTo(400);
        assertThat(post(register + "/read", query.replace(code, "9".repeat(300)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(call(register + "/" + "9".repeat(300) + "/read-value/name.json", client)
                        .statusCode())
                .isEqualTo(404);
        for (var spelled : List.of("/read-value/", "/readValue/")) {
            assertThat(json(call(register + "/" + code + spelled + "name.json", client))
                            .get("value"))
                    .isEqualTo(first.get("name"));
        }
        // neither an item that was not given, nor a register without a grant, nor another version
        assertThat(call(register + "?query.address=x", client).statusCode()).isEqualTo(403);
        assertThat(call(register("population"), client).body()).contains("mediation.no_grant");
        var unknown = call("/govstack/dr/data/legal-person/99.0", client);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("没有这个登记册：legal-person 99.0。");
        assertThat(call(register + "?page=3", client).statusCode()).isEqualTo(400);
        for (var spelled : List.of("MyPersonalDataUsage/1.0", "myPersonalDataUsage")) {
            var usage = "/govstack/dr/data/" + spelled;
            assertThat(call(usage + "?userID=11010519491231002X&DatabaseID=population", client)
                            .body())
                    .contains("mediation.no_grant");
            assertThat(call(usage + "?DatabaseID=population", client).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_record_is_written_by_a_system_of_its_source_only() throws Exception {
        WaitingWork.run(platform, "registers");
        system = SystemClient.connected(port, "商事登记系统").boundBy("韩雪");
        var register = register("legal-person");
        var code = CreditCode.ofEnterprise(new DivisionCode("370102"), OrganizationCode.of("MA3DRWRT"))
                .value();
        var company =
                "\"creditCode\":\"%s\",\"name\":\"%s\",\"kind\":\"enterprise\",\"state\":\"active\",\"division\":\"370102\"";
        var write = "{\"write\":{\"content\":{" + company + "}}}";

        var made = json(post(register + "/create", write.formatted(code, "济南政栈试验有限公司")));
        assertThat(made.get("content").get("name").asString()).isEqualTo("济南政栈试验有限公司");
        assertThat(post(register + "/create", write.formatted(code, "济南政栈试验有限公司"))
                        .statusCode())
                .isEqualTo(409);

        var byName = "{\"query\":{\"content\":{\"name\":\"%s\"}},\"write\":{\"content\":{\"name\":\"%s\"}}}";
        assertThat(send("PUT", register + "/update", byName.formatted("济南政栈试验有限公司", "济南政栈更名有限公司"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("PUT", register + "/update", byName.formatted("济南政栈试验有限公司", "济南政栈更名有限公司"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("PUT", register + "/update-entries", byName.formatted("济南政栈更名有限公司", "济南政栈再更名有限公司"))
                        .statusCode())
                .isEqualTo(200);
        json(post(register + "/update-or-create", write.formatted(code, "济南政栈末次更名有限公司")));

        // neither a wrong value, nor another source's item, nor a stranger
        var refused = send("PUT", register + "/update", byName.formatted("济南政栈末次更名有限公司", "长".repeat(201)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("registers.record_refused", "name");
        var foreign = write.formatted(code, "x").replace("\"division\":\"370102\"", "\"taxState\":\"normal\"");
        assertThat(post(register + "/update-or-create", foreign).body()).contains("registers.not_the_source");
        assertThat(post(register + "/create", "{\"write\":{\"content\":{\"name\":\"x\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(register + "/create", "[").statusCode()).isEqualTo(400);
        assertThat(post(register + "/create", " ".repeat((1 << 20) + 1)).statusCode())
                .isEqualTo(413);
        var source = system;
        system = SystemClient.connected(port, "别的系统").boundBy("孟川");
        assertThat(post(register + "/update-or-create", write.formatted(code, "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", register + "/" + code + "/delete", "").statusCode())
                .isEqualTo(403);
        system = new SystemClient(port, "", "");
        assertThat(post(register + "/create", write.formatted(code, "x")).statusCode())
                .isEqualTo(401);

        system = source;
        clock.advance(Duration.ofDays(1));
        assertThat(send("DELETE", register + "/" + code + "/delete", "").statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", register + "/" + code + "/delete", "").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", register + "/" + "9".repeat(300) + "/delete", "")
                        .statusCode())
                .isEqualTo(400);
    }
}
