package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.exchange.internal.transport.Courier;
import org.zhengtong.data.sharing.internal.snapshot.KnownSnapshots;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SettableClock;

/** An administrator accepts a node by its card, writes a note to its administrator, sees its receipt, and revokes the node. */
@BrowserJourney
class ExchangePagesTest {

    private static final NodeCode COUNTY = new NodeCode("370181-main");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private Nodes nodes;

    @Autowired
    private NodeOffice office;

    @Autowired
    private Courier courier;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KnownSnapshots snapshots;

    @TempDir
    private Path folder;

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    @Test
    void a_note_goes_to_a_node_that_was_accepted_by_its_card() throws InterruptedException {
        var check = new PageCheck();
        try (var county = TestNode.start(COUNTY.value(), clock, folder, "zhengtong.node.level=COUNTY");
                var he = Window.of(browser, port, "何平")) {
            check.look(he.at("/staff/exchange"), "exchange-alone");
            accept(he, county, check);
            county.accept(office.ownCard(), Transport.PUSH, false);
            he.at("/staff/exchange/notes").fill("内容", "请核对上月的目录。");
            he.field("加密，只有对方能读").check();
            he.press("发送");
            sees(he, "请核对上月的目录。");
            courier.carry(nodes.find(COUNTY).orElseThrow());

            he.follow("看它的经过");
            sees(he, "已应用");
            sees(he, "核验无误");
            sees(he, "便条已显示");
            check.look(he, "exchange-envelope");
            for (var page :
                    new String[] {"", "/nodes", "/nodes/" + COUNTY, "/channels", "/envelopes", "/quarantine", "/notes"
                    }) {
                check.look(he.at("/staff/exchange" + page), "exchange" + page.replace('/', '-'));
            }
            ages(he, check);
            revoke(he);
        }
        assertThat(check.faults()).isEmpty();
    }

    /** Waits for a text of the page that comes. */
    private static void sees(Window window, String text) {
        window.main()
                .getByText(text)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
    }

    private static void accept(Window he, TestNode county, PageCheck check) {
        he.at("/staff/exchange/cards");
        check.look(he, "exchange-card-empty");
        he.press("读取名片");
        sees(he, "请选择名片文件");
        he.page().setInputFiles("#file", new FilePayload("x.card", "application/octet-stream", new byte[] {1, 2, 3}));
        he.press("读取名片");
        sees(he, "这不是名片");
        var card = county.bean(NodeOffice.class).ownCard().bytes();
        he.page().setInputFiles("#file", new FilePayload("county.card", "application/octet-stream", card));
        he.press("读取名片");
        check.look(he, "exchange-card-compare");
        he.press("接纳这个节点");
        sees(he, "请与对方管理员逐词核对指纹");
        he.field("十二个词已逐一核对，完全一致").check();
        he.press("接纳这个节点");
        sees(he, "已接纳");
        sees(he, "节点 370181-main");
    }

    /** What the county granted is three days old, then past its end: pages of nodes and of health say so. */
    private void ages(Window he, PageCheck check) {
        var at = clock.instant();
        keep(at.minus(Duration.ofDays(3)), at.plus(Duration.ofDays(11)));
        sees(he.at("/staff/exchange/nodes"), "久未更新");
        sees(he, "3 天前");
        sees(he.at("/staff/health"), "节点 370181-main 的授权快照已经 3 天没有更新。");
        keep(at.minus(Duration.ofDays(15)), at.minus(Duration.ofDays(1)));
        sees(he.at("/staff/health"), "节点 370181-main 的授权快照是 15 天前的，已过有效期");
        check.look(he.at("/staff/exchange/nodes/" + COUNTY), "exchange-node-over");
        sees(he, "已过期");
    }

    private void keep(Instant madeAt, Instant validUntil) {
        var content = """
            {"sender":"370181-main","receiver":"370000-main","number":1,"madeAt":"%s","validUntil":"%s","grants":[]}
            """.formatted(madeAt, validUntil);
        jdbc.sql("""
                insert into sharing.grant_snapshot
                  (node, number, made_at, valid_until, received_at, key_id, signature, content)
                values ('370181-main', 1, :made, :until, :made, '', '', :content)
                on conflict (node) do update set content = excluded.content
                """)
                .param("made", madeAt.atOffset(ZoneOffset.UTC))
                .param("until", validUntil.atOffset(ZoneOffset.UTC))
                .param("content", content.getBytes(StandardCharsets.UTF_8))
                .update();
        snapshots.changed();
    }

    private static void revoke(Window he) {
        he.at("/staff/exchange/nodes/" + COUNTY);
        he.press("撤销对它的信任");
        sees(he, "请写明撤销的理由");
        he.fill("理由", "测试结束");
        he.press("撤销对它的信任");
        sees(he, "已撤销");
    }
}
