package org.zhengtong.service.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** Applicants rate and complain without JavaScript; departments answer within their limits. */
@PlatformTest
class FeedbackPagesTest {

    private static final String REMEDIES = "可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Ratings ratings;

    @Autowired
    SettableClock clock;

    CaseworkFixtures cast;

    @BeforeEach
    void cast() {
        cast = CaseworkFixtures.of(platform);
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_case_is_rated_once_and_a_bad_rating_is_followed_up_within_five_working_days() {
        var number = ended();
        var wang = Visitor.at(port).signedInAs("王海燕");
        var page = wang.open("/cases/" + number + "/rating");

        var refused = page.form("提交评价").fill("text", "<b>等了很久</b>").submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.errorAt("satisfaction")).isNotEmpty();
        assertThat(refused.value("text")).isEqualTo("<b>等了很久</b>");

        var rated = refused.form("提交评价").fill("satisfaction", "DISSATISFIED").submit();
        assertThat(rated.status()).isEqualTo(200);
        assertThat(rated.text()).contains("不满意").contains("<b>等了很久</b>").contains("3月9日");
        assertThat(ratings.find(number).orElseThrow().satisfaction()).isEqualTo(Satisfaction.DISSATISFIED);

        var again =
                ratings.rate(number, new Ratings.Given(Satisfaction.VERY_SATISFIED, Set.of(), ""), cast.wangHaiyan());
        assertThat(again).isInstanceOf(RateOutcome.AlreadyRated.class);

        assertThat(ratings.answer(number, "已经电话道歉，并说明了不予受理的原因。", cast.liuSiyuanOfMarketRegulation()))
                .isTrue();
        assertThat(wang.open("/cases/" + number + "/rating").text()).contains("已经电话道歉");
        assertThat(wang.open("/messages").text()).contains("部门答复了您的评价");
    }

    @Test
    void an_open_case_cannot_be_rated_and_silence_is_no_rating() {
        var number = cast.filed();

        var page = Visitor.at(port).signedInAs("王海燕").open("/cases/" + number + "/rating");

        assertThat(page.text()).contains("还没有办结");
        assertThat(ratings.find(number)).isEmpty();
        assertThat(ratings.rate(number, new Ratings.Given(Satisfaction.SATISFIED, Set.of(), ""), cast.wangHaiyan()))
                .isInstanceOf(RateOutcome.NotYet.class);
    }

    @Test
    void a_complaint_is_filed_once_answered_and_read_by_the_complainant() {
        var number = cast.filed();
        var wang = Visitor.at(port).signedInAs("王海燕");
        var form = wang.open("/cases/" + number + "/complaint");

        var refused = form.form("提交投诉").fill("text", "慢").submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("text")).contains("1");
        assertThat(refused.errorAt("contact")).isNotEmpty();

        var filled =
                refused.form("提交投诉").fill("text", "交了材料五天，窗口一直说系统故障，请查明原因。").fill("contact", "13800000426");
        var filed = filled.submit();
        var twice = filled.submit();
        assertThat(filed.path()).isEqualTo(twice.path()).startsWith("/complaints/C-20260302-");
        assertThat(filed.text()).contains("3月9日");

        var complaint = filed.path().substring("/complaints/".length());
        var liu = Visitor.at(port).signedInAs("刘思远");
        var desk = liu.open("/staff/complaints/" + complaint).press("受理");
        assertThat(desk.text()).contains("处理中").contains("3月23日");
        var answered = desk.form("答复投诉人").fill("reply", "已查明：窗口网络故障，现已修复并向您致歉。").submit();
        assertThat(answered.text()).contains("已答复");

        assertThat(wang.open(filed.path()).text()).contains("窗口网络故障");
        var late = liu.open("/staff/complaints/" + complaint);
        assertThat(late.html().select("textarea")).isEmpty();
    }

    @Test
    void others_complaints_and_cases_do_not_exist() {
        var number = cast.filed();
        var company = Visitor.at(port).signedInAs("济南泉汐信息科技有限公司");

        assertThat(company.open("/cases/" + number + "/complaint").status()).isEqualTo(404);
        assertThat(company.open("/cases/" + number + "/rating").status()).isEqualTo(404);
        assertThat(company.open("/complaints/C-20260302-9999").status()).isEqualTo(404);
        assertThat(company.open("/staff/complaints").status()).isEqualTo(403);
    }

    @Test
    void a_complaint_nobody_takes_up_in_time_brings_a_card() {
        clock.set("2026-04-07T10:00");
        var number = cast.filed();
        var complaint = platform.getBean(Complaints.class)
                .file(
                        new Complaints.Filing(
                                number, null, "交了材料一直没有人答复，请查明。", "13800000426", java.util.UUID.randomUUID()),
                        cast.wangHaiyan());
        clock.set("2026-04-15T10:00");

        platform.getBean(Judgement.class).judge();

        assertThat(platform.getBean(Cards.class).list(new Cards.Filter(null, null, null), cast.staff("sd-0001"), 1000))
                .filteredOn(card -> card.kind() == RuleKind.COMPLAINT_OVERDUE)
                .anyMatch(card -> card.subject().equals(complaint.number().value()));
    }

    private CaseNumber ended() {
        var number = cast.filed();
        platform.getBean(Cases.class)
                .refuseAcceptance(number, "住所不在本市管辖范围，请到住所所在地申请。", REMEDIES, cast.sunJingAtTheWindow());
        return number;
    }
}
