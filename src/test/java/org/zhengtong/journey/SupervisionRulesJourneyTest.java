package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;

/** 周敏 drafts rules and tries them, 季云舟 approves, they come into force; a month is frozen, and everybody reads the league. */
@BrowserJourney
class SupervisionRulesJourneyTest extends PageTour {

    private static final String VERSION = "T-2026.12";
    private static final String MARKET = "/staff/supervision/scores/370100.market-regulation?of=2026-10";

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private JdbcClient jdbc;

    /** Tests run the work they need by hand. */
    @Autowired
    private List<LongWork> works;

    @AfterEach
    void as_before() {
        jdbc.sql("delete from supervision.rule_set where version like 'T-%'").update();
        for (var table : new String[] {"score_line", "score", "score_month", "manual_point"}) {
            jdbc.sql("delete from supervision." + table + " where month >= date '2026-09-01'")
                    .update();
        }
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void rules_are_tried_approved_and_in_force_and_a_month_is_frozen_and_published() {
        as_before();
        clock.set("2026-10-12T10:00");
        CaseworkFixtures.of(platform).accepted();
        clock.set("2026-11-03T10:00");
        try (var zhou = Window.of(browser, port, "周敏");
                var ji = Window.of(browser, port, "季云舟")) {
            drafts(zhou);
            tries(zhou);
            zhou.at("/staff/supervision/rules/" + VERSION).press("报批");
            assertThat(zhou.main()).containsText("等待有批准权限的另一个人决定");
            approves(ji);
            freezes(zhou);
            corrects(zhou);
        }
        readsWithoutJavaScript();
        comesIntoForce();
        nothing_found();
    }

    private void drafts(Window zhou) {
        zhou.at("/staff/supervision/rules");
        check.look(zhou, "rules");
        zhou.fill("版本", VERSION);
        zhou.fill("名称", "试行规则");
        zhou.field("自哪天起施行").fill("2026-11-03");
        zhou.press("抄一份草稿");
        assertThat(zhou.page().getByRole(AriaRole.ALERT)).containsText("最早是明天");
        check.look(zhou, "rules-refused");
        zhou.field("自哪天起施行").fill("2026-12-01");
        zhou.press("抄一份草稿");
        check.look(zhou, "rules-draft");
        zhou.follow("增加一条规则");
        zhou.field("判断什么").selectOption("STEP_EXCEEDED");
        zhou.fill("从多少起", "0");
        zhou.press("保存这条规则");
        assertThat(zhou.page().getByRole(AriaRole.ALERT)).containsText("工作日 1 到 60");
        check.look(zhou, "rule-refused");
        zhou.fill("从多少起", "1");
        zhou.fill("名称", "环节超时");
        zhou.fill("规则原文", "环节超过时限 1 个工作日，全程没有超过的，发黄牌，扣 0.5 分。");
        zhou.fill("依据（法律、文件、条款）", "电子监察办法");
        zhou.press("保存这条规则");
        assertThat(zhou.main()).containsText("环节超时");
    }

    private void tries(Window zhou) {
        zhou.field("从").fill("2026-10-01");
        zhou.field("到").fill("2026-11-02");
        zhou.press("开始试算");
        var number = zhou.path().replaceAll("[^0-9]", "");
        assertThat(zhou.page().getByRole(AriaRole.STATUS)).containsText("可以离开这一页");
        works.stream()
                .filter(work -> work.kind().equals("supervision.simulate"))
                .forEach(work -> work.run(number, new Unseen()));
        zhou.follow("刷新");
        assertThat(zhou.main()).containsText("按部门");
        check.look(zhou, "simulation");
        zhou.follow("环节超时");
        assertThat(zhou.main()).containsText("看全部");
        zhou.press("停止");
        assertThat(zhou.main().getByText("可以离开这一页")).isHidden();
    }

    private void approves(Window ji) {
        ji.at("/staff/supervision/rules/" + VERSION);
        ji.press("退回");
        assertThat(ji.page().getByRole(AriaRole.ALERT)).containsText("至少写 10 个字");
        check.look(ji, "rules-to-approve");
        ji.press("批准");
        assertThat(ji.main()).containsText("已批准，还没有施行");
    }

    private void freezes(Window zhou) {
        zhou.at("/staff/supervision/scores?of=2026-10");
        check.look(zhou, "league");
        zhou.press("冻结 2026年10月");
        assertThat(zhou.main()).containsText("已冻结");
        check.look(zhou, "league-frozen");
        zhou.at(MARKET);
        assertThat(zhou.main()).containsText("基础分");
        zhou.follow("重新核算");
        assertThat(zhou.page().getByRole(AriaRole.STATUS)).containsText("一致");
        check.look(zhou, "score-checked");
    }

    /** An appeal won later stands in the next month, with its reference. */
    private void corrects(Window zhou) {
        zhou.at(MARKET);
        zhou.main().locator("table a[href*='/cards/']").first().click();
        zhou.fill("理由或者督办的话", "当天供电故障有证明，撤回这张牌。");
        zhou.press("撤回这张牌");
        zhou.at(MARKET.replace("2026-10", "2026-11"));
        assertThat(zhou.main()).containsText("更正 2026年10月");
        zhou.fill("分数", "0.55");
        zhou.press("记入这个月");
        assertThat(zhou.page().getByRole(AriaRole.ALERT)).containsText("最多一位小数");
        check.look(zhou, "score-refused");
    }

    private void readsWithoutJavaScript() {
        try (var visitor = Window.open(browser, port, false)) {
            visitor.at("/supervision?of=2026-10");
            visitor.follow("济南市市场监管局");
            assertThat(visitor.main()).containsText("基础分 100");
        }
        try (var visitor = Window.open(browser, port, true)) {
            look(visitor, "public-league", "/supervision?of=2026-10");
            look(visitor, "public-score", "/supervision/370100.market-regulation?of=2026-10");
            look(visitor, "public-score-none", "/supervision/370100.nobody?of=2026-10", 404);
        }
    }

    private void comesIntoForce() {
        clock.set("2026-12-01T10:00");
        try (var zhou = Window.of(browser, port, "周敏")) {
            zhou.at("/staff/supervision/rules");
            assertThat(zhou.heading().locator("..")).containsText(VERSION + " 版");
        }
    }

    /** Progress that nobody looks at. */
    private static final class Unseen implements WorkProgress {

        @Override
        public WorkId id() {
            return new WorkId(0);
        }

        @Override
        public long done() {
            return 0;
        }

        @Override
        public void expect(long total) {}

        @Override
        public void advance(long done, long setAside) {}

        @Override
        public void say(JobNote message) {}

        @Override
        public boolean canceled() {
            return false;
        }
    }
}
