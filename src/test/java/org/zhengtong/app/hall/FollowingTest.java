package org.zhengtong.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoAccounts;
import org.zhengtong.base.identity.DemoGroup;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** The applicant follows the case, answers a request, takes the result or takes the application back. */
@PlatformTest
class FollowingTest {

    private static final String WITH_REASON = "住所文件和登记的住所不一致，不符合规定";

    @LocalServerPort
    private int port;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseReading reading;

    @Autowired
    private DemoAccounts people;

    @Autowired
    private Accounts accounts;

    private Visitor applicant;

    private CaseNumber handedIn() {
        var applying = Applying.as(Applying.APPLICANT, port, procedures);
        applicant = applying.visitor();
        return new CaseNumber(applying.handIn(applying.beginComplete()).path().split("/")[2]);
    }

    private CurrentUser staff(String name) {
        return people.groups(java.util.Locale.SIMPLIFIED_CHINESE).stream()
                .flatMap(group -> group.people().stream())
                .filter(person -> person.name().equals(name))
                .map(DemoGroup.Person::account)
                .flatMap(account -> accounts.findUser(account).stream())
                .findFirst()
                .orElseThrow();
    }

    private void decide(CaseNumber number, String examiner, Decision decision) {
        var user = staff(examiner);
        var task = reading.open(number, user).lanes().stream()
                .filter(lane -> lane.department().equals(user.department()))
                .findFirst()
                .orElseThrow()
                .task();
        assertThat(task).isNotNull();
        assertThat(cases.decide(task, decision, user)).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void says_the_date_first_and_shows_three_lanes() {
        var number = handedIn();

        assertThat(applicant.open("/cases/" + number).text()).contains("最迟 3月9日（星期一）告诉您是否受理");
        cases.accept(number, null, staff("孙静"));
        var page = applicant.open("/cases/" + number);

        assertThat(page.text()).contains("最迟 3月5日（星期四）办结，还有 3 个工作日").contains("现在不用您做什么");
        assertThat(page.html().select(".zt-lane")).hasSize(3);
    }

    @Test
    void tells_who_looked_at_the_application() {
        var number = handedIn();

        reading.open(number, staff("孙静"));

        // at once: the look was recorded before the clerk saw the page
        assertThat(applicant.open("/cases/" + number + "/readers").text()).contains("孙静");
        assertThat(applicant.open("/my/looks").turnedTo(number.value()).text()).contains("孙静", "办理这份申请");
    }

    /** What follows from an event is there after some looks. */
    private String seenSoon(String path, String text) {
        var seen = applicant.open(path).text();
        for (var look = 0; look < 400 && !seen.contains(text); look++) {
            seen = applicant.open(path).text();
        }
        return seen;
    }

    @Test
    void answers_a_supplement_request() {
        var number = handedIn();
        var item = new SupplementItem("premises", "住所文件", "合同缺少最后一页，请重新上传。");
        cases.requestSupplement(number, List.of(item), staff("孙静"));

        var asked = applicant.open("/cases/" + number).follow("现在去补");
        assertThat(asked.text()).contains("合同缺少最后一页");
        var step = asked.follow("住所文件");
        var held = step.press("移除房屋租赁合同.pdf");
        var incomplete = held.press("保存并继续");
        assertThat(incomplete.status()).isEqualTo(422);
        var done = incomplete
                .form("保存并继续")
                .attach("/materials/premises", "新合同.png", "image/png", TinyPicture.PNG)
                .submit();
        assertThat(done.text()).contains("已改");
        var sent = done.press("提交补正");

        assertThat(sent.path()).isEqualTo("/cases/" + number);
        assertThat(sent.text()).contains("您补了材料").contains("等待受理");
        assertThat(applicant.open("/cases/" + number + "/application").text()).contains("新合同.png");
    }

    @Test
    void hands_over_the_licence_after_three_decisions() {
        var number = handedIn();
        cases.accept(number, null, staff("孙静"));
        for (var examiner : List.of("刘思远", "李文", "陈立")) {
            decide(number, examiner, new Decision.Granted("材料齐全，符合法定条件。"));
        }

        assertThat(seenSoon("/cases/" + number, "下载证照")).contains("已办结").contains("下载证照");
    }

    @Test
    void gives_reasons_and_remedies_of_a_denial() {
        var number = handedIn();
        cases.accept(number, null, staff("孙静"));
        decide(number, "李文", new Decision.Granted("同意。"));
        decide(number, "陈立", new Decision.Granted("同意。"));
        decide(number, "刘思远", new Decision.Denied("不予登记。", WITH_REASON, "六十日内可以申请行政复议，六个月内可以提起行政诉讼。"));

        var page = applicant.open("/cases/" + number);

        assertThat(page.text()).contains(WITH_REASON).contains("行政复议").contains("不予批准");
    }

    @Test
    void takes_an_application_back() {
        var number = handedIn();

        var page = applicant.open("/cases/" + number).follow("撤回申请");
        assertThat(page.text()).contains("撤回以后不能恢复");
        var after = page.form("撤回申请").fill("reason", "名称要改").submit();

        assertThat(after.text()).contains("已撤回");
        assertThat(applicant.open("/cases/" + number + "/withdrawal").path()).isEqualTo("/cases/" + number);
    }

    @Test
    void looks_up_progress_without_an_account_and_without_personal_data() {
        var number = handedIn();
        var visitor = Visitor.at(port);

        var found = lookUp(visitor, number.value(), "0426");
        assertThat(found).contains("最迟").doesNotContain("王海燕").doesNotContain("0426");
        var wrongDigits = lookUp(visitor, number.value(), "9999");
        var wrongNumber = lookUp(visitor, "370104-20260302-9999-9", "9999");

        assertThat(wrongDigits).contains("没有查到").isEqualTo(wrongNumber);
    }

    private static String lookUp(Visitor visitor, String number, String tail) {
        return visitor.open("/progress-lookup")
                .form("查进度")
                .fill("number", number)
                .fill("tail", tail)
                .submit()
                .text();
    }

    @Test
    void leads_through_five_stations() {
        var tour = Visitor.at(port).open("/tour");

        assertThat(tour.html().select("main .zt-next > li")).hasSize(5);
        assertThat(tour.html().select("main form")).hasSize(7);
        assertThat(tour.press("以王海燕的身份进去").path()).endsWith("/application");
    }
}
