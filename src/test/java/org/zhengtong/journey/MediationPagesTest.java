package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Draft;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A department declares its system's interface, tries it and offers it; another asks for it, is granted it, and its system calls it: by
 * this node's own interface and by those of GovStack. Every page on the way is looked at.
 */
@BrowserJourney
class MediationPagesTest {

    private static final String DOCUMENT =
            "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"特种设备\",\"version\":\"1\"},\"paths\":{}}";
    private static final String MEMBER = "/govstack/im/r1/CN/GOV/370100.market-regulation/";

    private static Playwright playwright;
    private static Browser browser;
    private static HttpServer equipment;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private SettingBook settings;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Requests requests;

    private final PageCheck check = new PageCheck();
    private String credentials = "";

    @BeforeAll
    static void opens_a_browser() throws Exception {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        equipment = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        equipment.createContext("/api/equipment", exchange -> {
            try (exchange) {
                var answer = "{\"code\":\"3110\",\"result\":\"合格\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        equipment.start();
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
        equipment.stop(0);
    }

    @Test
    void a_service_is_declared_asked_for_and_called() throws Exception {
        WaitingWork.run(platform, "registers");
        try (var han = Window.of(browser, port, "韩雪");
                var meng = Window.of(browser, port, "孟川")) {
            check.look(han.at("/staff/mediation/services"), "mediation-none");
            assertThat(han.main().textContent()).contains("登记本部门的业务系统接口");
            declares(han);
            tries(han);
            check.look(han.at("/staff/catalog/resources/326002-000001"), "catalog-called-by");
            han.link("特种设备检验查询").click();
            assertThat(han.page().url()).endsWith("/staff/mediation/services/equipment-check");
            connects(meng);
            asks(meng);
            answers(han);
            calls();
            speaksGovStack();
            looksAround(han, meng);
            pauses(han);
        }
        readsRegistries();
        assertThat(check.faults()).isEmpty();
    }

    private void declares(Window han) {
        han.link("登记服务").click();
        han.press("保存");
        check.look(han, "mediation-form-refused");
        han.page().locator("#name").fill("特种设备检验查询");
        han.page().locator("#code").fill("equipment-check");
        han.page().locator("#summary").fill("按设备注册代码查检验结论");
        han.page().locator("#resource").fill("326002/000001");
        han.page()
                .locator("#address")
                .fill("http://localhost:" + equipment.getAddress().getPort() + "/api");
        han.page().locator("#operations").fill("GET /equipment/{code}\nPOST /equipment");
        han.page().locator("#openapi").fill(DOCUMENT);
        han.press("保存");
        assertThat(han.main().textContent()).contains("已保存", "草稿");
        han.link("变更").click();
        check.look(han, "mediation-form");
        han.press("保存");
    }

    private void tries(Window han) {
        han.page().locator("#path").fill("/equipment/3110");
        han.press("调用一次");
        assertThat(han.main().textContent()).contains("没有得到允许");
        settings.change(
                new SettingBook.Wish("zhengtong.mediation.addresses", "localhost", "试验", 0), Actor.system("test"));
        han.page().locator("#path").fill("/equipment/3110");
        han.press("调用一次");
        assertThat(han.main().textContent()).contains("状态 200", "合格");
        check.look(han, "mediation-tested");
        han.press("开放调用");
        assertThat(han.main().textContent()).contains("已开放调用", "提供中");
    }

    private void connects(Window meng) {
        var form = Visitor.at(port).signedInAs("何平").open("/staff/systems").form("接入系统");
        var page = form.fill("name", "安全监管系统")
                .fill("redirectUris", "https://safety.example.org/back")
                .fill("logoutUris", "")
                .fill("confidential", "true")
                .submit();
        var codes = page.html().select(".zt-note code").eachText();
        credentials = codes.get(1) + ":" + codes.get(2);
        meng.at("/staff/sharing/systems");
        meng.page().locator("#client").fill(codes.get(1));
        meng.press("绑定");
    }

    private void asks(Window meng) {
        check.look(meng.at("/staff/mediation/services"), "mediation-services");
        meng.link("特种设备检验查询").click();
        check.look(meng, "mediation-service-ungranted");
        meng.link("申请调用").click();
        check.look(meng, "mediation-wish");
        meng.page().locator("#purpose").fill("安全生产检查前核对检验结论");
        meng.page().locator("#basis").fill("特种设备安全法");
        meng.page().locator("#way-CALL").check();
        meng.page().locator("#until").fill("2027-01-31");
        meng.press("提交申请");
        assertThat(meng.main().textContent()).contains("等待答复");
        check.look(meng, "mediation-request");
    }

    private void answers(Window han) {
        han.at("/staff/sharing/requests");
        han.main().locator("tbody a").first().click();
        check.look(han, "mediation-answer");
        han.press("同意共享");
        han.link("打开授权").click();
        check.look(han, "mediation-grant");
    }

    private HttpResponse<String> call(String path, Map<String, String> heads) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)), heads);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> heads) throws Exception {
        if (!credentials.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        heads.forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private void calls() throws Exception {
        var purpose = Map.of("Purpose", "%E5%AE%89%E5%85%A8%E6%A3%80%E6%9F%A5");
        var listed =
                json(call("/mediation/v1/services", Map.of())).get("services").get(0);
        assertThat(listed.get("code").asString()).isEqualTo("equipment-check");
        assertThat(listed.get("grants")).hasSize(1);
        var address =
                "/mediation/v1/nodes/" + listed.get("node").asString() + "/services/equipment-check/equipment/3110";

        var answer = call(address, purpose);
        assertThat(answer.body()).contains("合格");
        assertThat(answer.headers().firstValue("Mediation-Call")).isPresent();
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(call(address, Map.of()).statusCode()).isEqualTo(400);
        assertThat(call(address.replace("3110", "3110/parts"), purpose).statusCode())
                .isEqualTo(404);
        assertThat(call("/mediation/v1/nodes/unknown-node/services/x1/y", purpose)
                        .body())
                .contains("mediation.node_unknown");
        var wrong = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .DELETE();
        assertThat(send(wrong, purpose).statusCode()).isEqualTo(405);
        var kept = credentials;
        credentials = "a:b";
        assertThat(call(address, purpose).statusCode()).isEqualTo(401);
        credentials = kept;
        var frame = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/mediation/calls"))
                .POST(HttpRequest.BodyPublishers.ofString("no frame"));
        assertThat(send(frame, Map.of()).statusCode()).isEqualTo(400);
    }

    /** Names and shapes as GovStack_IM_Directory_Services_API 1.0 and GovStack IM Service Metadata API 0.3 have them. */
    private void speaksGovStack() throws Exception {
        var client = Map.of("X-GovStack-Client", "CN/GOV/370100.development-reform/370000-main");
        var node = json(call("/mediation/v1/services", Map.of()))
                .get("services")
                .get(0)
                .get("node")
                .asString();
        var application = MEMBER + node;
        for (var spelled : List.of("/govstack/im/r1/listClients", "/govstack/im/listClients?instanceId=CN")) {
            var id = json(call(spelled, client)).get("member").get(0).get("id");
            assertThat(id.get("objectType").asString()).isEqualTo("APPLICATION");
            assertThat(id.get("memberClass").asString()).isEqualTo("GOV");
            assertThat(id.get("memberCode").asString()).isEqualTo("370100.market-regulation");
            assertThat(id.get("applicationCode").asString()).isEqualTo(node);
            assertThat(id.get("instanceId")).isEqualTo(id.get("GovStackInstance"));
        }
        assertThat(json(call("/govstack/im/listClients?instanceId=OTHER", client))
                        .get("member"))
                .isEmpty();
        for (var list : List.of("/listMethods", "/allowedMethods", "/listMethods?serviceId=equipment-check")) {
            for (var spelled : List.of(application, application.replace("/r1", ""))) {
                var service = json(call(spelled + list, client)).get("member").get(0);
                assertThat(service.get("objectType").asString()).isEqualTo("SERVICE");
                assertThat(service.get("serviceCode").asString()).isEqualTo("equipment-check");
                var endpoint = service.get("endpointList").get("member").get(0);
                assertThat(endpoint.get("method").asString()).isEqualTo("GET");
                assertThat(endpoint.get("path").asString()).isEqualTo("/equipment/{code}");
            }
        }
        assertThat(json(call(application + "/listMethods?serviceId=other", client))
                        .get("member"))
                .isEmpty();
        for (var spelled : List.of("/getOpenAPI", "/getOpenApi")) {
            assertThat(call(application + spelled + "?serviceCode=equipment-check", client)
                            .body())
                    .isEqualTo(DOCUMENT);
        }
        assertThat(call(application + "/getOpenAPI?serviceCode=other", client).statusCode())
                .isEqualTo(400);
        assertThat(call(application + "/getOpenAPI", client).statusCode()).isEqualTo(400);
        assertThat(call(application + "/equipment-check/equipment/3110", client).body())
                .contains("合格");
        assertThat(call(application.replace("/r1", "") + "/equipment-check/equipment/3110", client)
                        .body())
                .contains("合格");
        var stranger = Map.of("X-GovStack-Client", "CN/GOV/370100.taxation/x");
        assertThat(call(application + "/listMethods", stranger).body()).contains("mediation.wrong_client");
    }

    private void looksAround(Window han, Window meng) {
        meng.at("/staff/mediation/calls");
        assertThat(meng.main().textContent()).contains("equipment-check", "安全检查", "没有开放");
        check.look(meng, "mediation-calls");
        check.look(meng.at("/staff/mediation/calls?failed=true&text=equipment"), "mediation-calls-failed");
        check.look(han.at("/staff/mediation/calls?side=PROVIDER"), "mediation-calls-answered");
        check.look(han.at("/staff/mediation/services/equipment-check"), "mediation-service");
        han.main().locator("details summary").click();
        assertThat(han.main().textContent()).contains("中位用时");
        for (var file : List.of("/staff/mediation/calls/calls.csv", "/staff/mediation/services/services.csv")) {
            var csv = Visitor.at(port).signedInAs("孟川").open(file);
            assertThat(csv.status()).isEqualTo(200);
        }
        check.look(han.at("/staff/mediation/services?text=none"), "mediation-services-none");
    }

    private void pauses(Window han) throws Exception {
        han.at("/staff/mediation/services/equipment-check");
        han.press("暂停");
        check.look(han, "mediation-pause-refused");
        han.page().locator("#reason").fill("系统维护");
        han.press("暂停");
        check.look(han, "mediation-paused");
        var node = json(call("/mediation/v1/services", Map.of()))
                .get("services")
                .get(0)
                .get("node");
        assertThat(call(
                                "/mediation/v1/nodes/" + node.asString() + "/services/equipment-check/equipment/1",
                                Map.of("Purpose", "x"))
                        .body())
                .contains("mediation.service_paused");
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
    private void readsRegistries() throws Exception {
        granted();
        var client = Map.of("Information-Mediator-Client", "CN/GOV/370100.development-reform/registers");
        var register = "/govstack/dr/data/legal-person/1.0";
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
        for (var spelled : List.of("/read-value/", "/readValue/")) {
            assertThat(json(call(register + "/" + code + spelled + "name.json", client))
                            .get("value"))
                    .isEqualTo(first.get("name"));
        }
        // neither an item that was not given, nor a register without a grant, nor another version
        assertThat(call(register + "?query.address=x", client).statusCode()).isEqualTo(403);
        assertThat(call("/govstack/dr/data/population/1.0", client).body()).contains("mediation.no_grant");
        assertThat(call("/govstack/dr/data/legal-person/99.0", client).statusCode())
                .isEqualTo(404);
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

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                Map.of("Content-Type", "application/json"));
    }
}
