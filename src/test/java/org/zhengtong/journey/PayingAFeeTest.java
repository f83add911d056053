package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 王海燕 pays without JavaScript at the practice bank; 孙静 hands the card over only then; 田博文 compares the day. */
@BrowserJourney
class PayingAFeeTest extends PageTour {

    private static final ItemCode REPLACEMENT = new ItemCode("11370100590425323P3000107009001");

    @Autowired
    private ApplicationContext platform;

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_fee_is_paid_and_then_the_result_is_handed_over() {
        clock.set("2026-04-23T10:00");
        var number = granted();
        var bill = platform.getBean(Bills.class).ofCase(number).getFirst().number();
        try (var sun = Window.of(browser, port, "孙静");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            sun.at("/staff/cases/" + number);
            sun.press("已经交给申请人");
            assertThat(sun.main()).containsText("要先缴费");
            looksAt("/cases/" + number, "case-with-bill");
            looksAt("/bills/" + bill, "bill");
            pays(wang, number);
            sun.at("/staff/cases/" + number);
            sun.press("已经交给申请人");
            assertThat(sun.main()).containsText("这件办结了");
            sun.at("/staff/bills?text=" + bill);
            assertThat(sun.row(bill.value())).containsText("已缴");
            check.look(sun, "bills");
            sun.follow(bill.value());
            check.look(sun, "staff-bill");
        }
        clock.set("2026-04-24T09:00");
        try (var tian = Window.of(browser, port, "田博文")) {
            tian.at("/staff/reconciliation");
            tian.press("核对");
            assertThat(tian.main()).containsText("4月23日");
            check.look(tian, "reconciliation");
            tian.at("/staff/fees");
            check.look(tian, "fees");
        }
        looksAt("/my/bills", "my-bills");
        nothing_found();
    }

    private static void pays(Window wang, CaseNumber number) {
        wang.at("/cases/" + number);
        wang.follow("看缴款通知并缴费");
        wang.press("缴费");
        wang.follow("去支付页面");
        assertThat(wang.main()).containsText("模拟银行");
        wang.press("付款（模拟）");
        wang.link("回到政务服务").click();
        assertThat(wang.main()).containsText("已缴清");
    }

    private void looksAt(String path, String name) {
        try (var scripted = Window.of(browser, port, "王海燕")) {
            scripted.at(path);
            check.look(scripted, name);
        }
    }

    private CaseNumber granted() {
        var cast = CaseworkFixtures.of(platform);
        var wang = cast.wangHaiyan();
        var drafts = platform.getBean(Drafts.class);
        var id = drafts.create(new Drafts.Start(REPLACEMENT, CaseworkFixtures.JINAN, Channel.ONLINE, null), wang);
        var answers = (ObjectNode) JsonMapper.shared().readTree("""
                {"person": {"name": "王海燕", "number": "370104198806169982", "mobile": "13800000426"},
                 "loss": {"how": "昨天在公交车上丢的"}}
                """);
        drafts.save(id, drafts.find(id, wang).orElseThrow().version(), answers, wang);
        var cases = platform.getBean(Cases.class);
        var number = ((FilingOutcome.Filed) cases.file(id, wang)).number();
        cases.accept(number, null, cast.sunJingAtTheWindow());
        var miao = cast.staff("jn-1102");
        var task = platform.getBean(CaseReading.class)
                .open(number, miao)
                .lanes()
                .getFirst()
                .task();
        cases.decide(task, new Decision.Granted("人口信息一致，准予补领。"), miao);
        return number;
    }
}
