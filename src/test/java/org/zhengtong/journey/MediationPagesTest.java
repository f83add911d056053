package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.Visitor;

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

    private final PageCheck check = new PageCheck();
    private SystemClient system = new SystemClient(0, "", "");

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
        system = SystemClient.connected(port, "安全监管系统");
        meng.at("/staff/sharing/systems");
        meng.page().locator("#client").fill(system.client());
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
        return system.send("GET", path, "", heads);
    }

    private void calls() throws Exception {
        var purpose = Map.of("Purpose", "%E5%AE%89%E5%85%A8%E6%A3%80%E6%9F%A5");
        var listed = SystemClient.json(call("/mediation/v1/services", Map.of()))
                .get("services")
                .get(0);
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
        assertThat(system.send("DELETE", address, "", purpose).statusCode()).isEqualTo(405);
        assertThat(new SystemClient(port, "a", "b")
                        .send("GET", address, "", purpose)
                        .statusCode())
                .isEqualTo(401);
        assertThat(system.send("POST", "/mediation/calls", "no frame", Map.of()).statusCode())
                .isEqualTo(400);
    }

    /** Names and shapes as GovStack_IM_Directory_Services_API 1.0 and GovStack IM Service Metadata API 0.3 have them. */
    private void speaksGovStack() throws Exception {
        var client = Map.of("X-GovStack-Client", "CN/GOV/370100.development-reform/370000-main");
        var node = SystemClient.json(call("/mediation/v1/services", Map.of()))
                .get("services")
                .get(0)
                .get("node")
                .asString();
        var application = MEMBER + node;
        for (var spelled : List.of("/govstack/im/r1/listClients", "/govstack/im/listClients?instanceId=CN")) {
            var id = SystemClient.json(call(spelled, client))
                    .get("member")
                    .get(0)
                    .get("id");
            assertThat(id.get("objectType").asString()).isEqualTo("APPLICATION");
            assertThat(id.get("memberClass").asString()).isEqualTo("GOV");
            assertThat(id.get("memberCode").asString()).isEqualTo("370100.market-regulation");
            assertThat(id.get("applicationCode").asString()).isEqualTo(node);
            assertThat(id.get("instanceId")).isEqualTo(id.get("GovStackInstance"));
        }
        assertThat(SystemClient.json(call("/govstack/im/listClients?instanceId=OTHER", client))
                        .get("member"))
                .isEmpty();
        for (var list : List.of("/listMethods", "/allowedMethods", "/listMethods?serviceId=equipment-check")) {
            for (var spelled : List.of(application, application.replace("/r1", ""))) {
                var service = SystemClient.json(call(spelled + list, client))
                        .get("member")
                        .get(0);
                assertThat(service.get("objectType").asString()).isEqualTo("SERVICE");
                assertThat(service.get("serviceCode").asString()).isEqualTo("equipment-check");
                var endpoint = service.get("endpointList").get("member").get(0);
                assertThat(endpoint.get("method").asString()).isEqualTo("GET");
                assertThat(endpoint.get("path").asString()).isEqualTo("/equipment/{code}");
            }
        }
        assertThat(SystemClient.json(call(application + "/listMethods?serviceId=other", client))
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
        var node = SystemClient.json(call("/mediation/v1/services", Map.of()))
                .get("services")
                .get(0)
                .get("node");
        assertThat(call(
                                "/mediation/v1/nodes/" + node.asString() + "/services/equipment-check/equipment/1",
                                Map.of("Purpose", "x"))
                        .body())
                .contains("mediation.service_paused");
    }
}
