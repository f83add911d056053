package org.zhengtong.service.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillOutcome;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeList;
import org.zhengtong.service.fees.FeeStage;
import org.zhengtong.service.fees.Money;
import org.zhengtong.service.fees.NotificationOutcome;
import org.zhengtong.service.fees.PayOutcome;
import org.zhengtong.service.fees.Reconciliation;
import org.zhengtong.service.fees.Refund;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bill comes from the published fees alone, is paid once whatever the provider tells how often, and holds the result back. */
@PlatformTest
class PayingTest {

    private static final ItemCode REPLACEMENT = new ItemCode("11370100590425323P3000107009001");
    private static final String WHY = "系统重复扣款，按规定退还缴款人";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    SettableClock clock;

    @Autowired
    Bills bills;

    @Autowired
    Cases cases;

    @Autowired
    CaseReading reading;

    @Autowired
    Payments payments;

    @Autowired
    PaymentProvider provider;

    @Autowired
    PracticeBank bank;

    @Autowired
    Reconciliation reconciliation;

    CaseworkFixtures cast;
    CurrentUser wang;

    @BeforeEach
    void cast() {
        clock.set("2026-04-20T10:00");
        cast = CaseworkFixtures.of(platform);
        wang = cast.wangHaiyan();
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_granted_case_is_billed_what_is_published_paid_over_http_and_handed_over_only_then() {
        var number = granted();
        var bill = billOf(number);
        assertThat(bill.state()).isEqualTo(BillState.OPEN);
        assertThat(bill.amount().fen()).isEqualTo(4000);
        assertThat(bill.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.basis()).contains("发改价格〔2003〕2322号"));

        assertThat(handOver(number)).isEqualTo(new CaseOutcome.DeliveryHeldBack(number));

        var visitor = Visitor.at(port).signedInAs("王海燕");
        assertThat(visitor.open("/cases/" + number).text()).contains("要缴 40.00 元");
        var ready = visitor.open("/bills/" + bill.number()).press("缴费");
        var counter = ready.follow("去支付页面");
        assertThat(counter.text()).contains("模拟银行").contains("不动真钱");
        counter.press("付款（模拟）").follow("回到政务服务");

        var paid = visitor.open("/bills/" + bill.number());
        assertThat(paid.text()).contains("已缴清");
        var receipt = visitor.open("/bills/" + bill.number() + "/receipt");
        assertThat(new String(receipt.bytes(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        assertThat(visitor.open("/messages").turnedTo(bill.number().value()).text())
                .contains(bill.number().value());
        assertThat(handOver(number)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(reading.requireFile(number).state()).isEqualTo(CaseState.DELIVERED);
    }

    @Test
    void each_notification_has_its_answer_and_nothing_is_paid_twice() {
        var bill = billOf(granted());
        var order = order(bill);
        var right = report(order, 4000);

        assertThat(send(right, "0000")).isEqualTo(NotificationOutcome.FORGED);
        assertThat(send("{", null)).isEqualTo(NotificationOutcome.UNREADABLE);
        assertThat(send(report("B-19990101-000001-1", 4000), null)).isEqualTo(NotificationOutcome.UNKNOWN_ORDER);
        assertThat(send(report(order, 3999), null)).isEqualTo(NotificationOutcome.WRONG_AMOUNT);
        assertThat(bills.requireMine(bill.number(), wang).state()).isEqualTo(BillState.OPEN);
        assertThat(openDifferences(order))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Reconciliation.Kind.AMOUNT));

        assertThat(send(right, null)).isEqualTo(NotificationOutcome.TAKEN);
        assertThat(send(right, null)).isEqualTo(NotificationOutcome.REPEATED);
        assertThat(bills.requireMine(bill.number(), wang).paidOrder()).isEqualTo(order);

        var old = String.valueOf(clock.instant().minusSeconds(600).getEpochSecond());
        var signature = signature().of(old, PracticeNews.PATH, bytes(right));
        assertThat(payments.receive(old, signature, bytes(right))).isEqualTo(NotificationOutcome.FORGED);
    }

    @Test
    void money_that_comes_late_for_a_waived_bill_is_noted_and_refunded_by_a_second_person() {
        var bill = billOf(granted());
        var order = order(bill);
        var sun = cast.sunJingAtTheWindow();
        assertThat(bills.exempt(bill.number(), "低保", "济政发〔2020〕1号", sun))
                .isEqualTo(new BillOutcome.ReasonTooShort(2, 10));
        assertThat(bills.exempt(bill.number(), "申请人是最低生活保障对象", " ", sun)).isInstanceOf(BillOutcome.LawMissing.class);
        assertThat(bills.exempt(bill.number(), "申请人是最低生活保障对象", "居民身份证法第二十条", sun))
                .isInstanceOf(BillOutcome.Done.class);
        assertThat(bills.exempt(bill.number(), "申请人是最低生活保障对象", "居民身份证法第二十条", sun))
                .isEqualTo(new BillOutcome.NotPossible(BillState.EXEMPT));
        assertThat(bills.pay(bill.number(), "http://localhost", wang))
                .isEqualTo(new PayOutcome.NotOwed(BillState.EXEMPT));
        bank.pay(order);

        assertThat(send(report(order, 4000), null)).isEqualTo(NotificationOutcome.SURPLUS);
        assertThat(bills.requireMine(bill.number(), wang).state()).isEqualTo(BillState.EXEMPT);

        refund(bill, order);
        assertThat(send(report(order, 4000), null)).isEqualTo(NotificationOutcome.AFTER_REFUND);
        assertThat(bills.require(bill.number(), sun).refunds())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Refund.State.DONE));
    }

    @Test
    void a_paid_bill_is_refunded_once_and_never_by_whom_it_was_asked_for() {
        var bill = billOf(granted());
        var order = order(bill);
        bank.pay(order);
        bills.askAgain(bill.number(), wang);
        assertThat(bills.requireMine(bill.number(), wang).state()).isEqualTo(BillState.PAID);

        refund(bill, order);

        assertThat(bills.requireMine(bill.number(), wang).state()).isEqualTo(BillState.REFUNDED);
        assertThat(bills.askRefund(bill.number(), order, WHY, cast.sunJingAtTheWindow()))
                .isInstanceOf(BillOutcome.NotRefundable.class);
    }

    private void refund(Bill bill, String order) {
        var sun = cast.sunJingAtTheWindow();
        var tian = cast.staff("jn-0501");
        assertThat(bills.askRefund(bill.number(), order, "不要了", sun)).isInstanceOf(BillOutcome.ReasonTooShort.class);
        assertThat(bills.askRefund(bill.number(), order, WHY, sun)).isInstanceOf(BillOutcome.Done.class);
        assertThat(bills.askRefund(bill.number(), order, WHY, sun)).isInstanceOf(BillOutcome.NotRefundable.class);
        var asked = bills.require(bill.number(), sun).refunds().getFirst();
        assertThat(platform.getBean(Refunds.class).decide(bill.number(), asked.id(), true, sun))
                .isInstanceOf(BillOutcome.OwnRequest.class);
        assertThat(bills.decideRefund(bill.number(), asked.id(), true, tian)).isInstanceOf(BillOutcome.Done.class);
        assertThat(bills.decideRefund(bill.number(), asked.id(), true, tian))
                .isInstanceOf(BillOutcome.NotRefundable.class);
    }

    @Test
    void a_day_is_compared_with_the_bank_and_differences_are_worked_through() {
        clock.set("2026-04-21T10:00");
        var both = billOf(granted());
        var known = order(both);
        bank.pay(known);
        bills.askAgain(both.number(), wang);
        var onlyBank = order(billOf(granted()));
        bank.pay(onlyBank);
        var onlyOurs = order(billOf(granted()));
        assertThat(send(report(onlyOurs, 4000), null)).isEqualTo(NotificationOutcome.TAKEN);
        var tian = cast.staff("jn-0501");
        var day = LocalDate.of(2026, 4, 21);
        assertThat(reconciliation.run(day, tian)).isEqualTo(Reconciliation.RunOutcome.NOT_OVER);

        clock.set("2026-04-22T09:00");
        assertThat(reconciliation.run(day, tian)).isEqualTo(Reconciliation.RunOutcome.DONE);
        assertThat(reconciliation.run(day, tian)).isEqualTo(Reconciliation.RunOutcome.DONE);

        assertThat(openDifferences(known)).isEmpty();
        assertThat(openDifferences(onlyBank))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Reconciliation.Kind.BANK_ONLY));
        var ours = openDifferences(onlyOurs).getFirst();
        assertThat(ours.kind()).isEqualTo(Reconciliation.Kind.OURS_ONLY);
        assertThat(reconciliation.settle(ours.id(), "已和银行核对，次日入账。", tian)).isTrue();
        assertThat(reconciliation.settle(ours.id(), "已和银行核对，次日入账。", tian)).isFalse();
        assertThat(openDifferences(onlyOurs)).isEmpty();
    }

    @Test
    void a_withdrawn_case_owes_nothing() {
        var list = platform.getBean(FeeList.class);
        var tian = cast.staff("jn-0501");
        var fee = list.publish(
                new Fee.Content(
                        REPLACEMENT, "test-accepted", "试验费", "每次 1 元", "试验", new Money(100), FeeStage.ACCEPTED, false),
                tian);
        try {
            var number = accepted();
            assertThat(billOf(number).amount()).isEqualTo(new Money(100));
            assertThat(cases.withdraw(number, "不办了", wang)).isInstanceOf(CaseOutcome.Done.class);
            assertThat(billOf(number).state()).isEqualTo(BillState.CANCELED);
        } finally {
            list.withdraw(fee.id(), tian);
        }
    }

    @Test
    void strangers_see_no_bill() {
        var bill = billOf(granted());
        var company = Visitor.at(port).signedInAs("济南泉汐信息科技有限公司");
        assertThat(company.open("/bills/" + bill.number()).status()).isEqualTo(404);
        assertThat(company.open("/bills/B-1").status()).isEqualTo(404);
        assertThat(company.open("/staff/bills").status()).isEqualTo(403);
        assertThat(Visitor.at(port)
                        .signedInAs("刘思远")
                        .open("/staff/bills/" + bill.number())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void staff_finds_waives_and_is_told_what_is_missing() {
        var bill = billOf(granted());
        var sun = Visitor.at(port).signedInAs("孙静");
        var found = sun.open("/staff/bills?text=" + bill.number() + "&sort=AMOUNT&state=OPEN&from=nonsense&after=x");
        assertThat(found.text()).contains(bill.number().value());
        var csv = new String(
                sun.open("/staff/bills.csv?text=" + bill.caseNumber()).bytes(), StandardCharsets.UTF_8);
        assertThat(csv).contains(bill.number().value()).contains("40.00");

        var refused = found.follow(bill.number().value())
                .form("免缴")
                .fill("reason", "短")
                .submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("exempt-reason")).contains("至少写 10 个字");
        assertThat(refused.value("reason")).isEqualTo("短");
    }

    @Test
    void a_fee_is_published_replaced_and_withdrawn_on_screen() {
        var tian = Visitor.at(port).signedInAs("田博文");
        var form = tian.open("/staff/fees").form("公布");
        var refused = form.fill("yuan", "4O").submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("yuan")).isNotEmpty();
        assertThat(refused.errorAt("item")).isNotEmpty();
        var item = "999Z07001006-370104000000-000-FEETEST-1-00";
        var published = refused.form("公布")
                .fill("item", item)
                .fill("code", "test-fee")
                .fill("name", "试验费")
                .fill("standard", "每次 12.5 元")
                .fill("basis", "试验〔2026〕1号")
                .fill("yuan", "12.5")
                .fill("stage", "ACCEPTED")
                .submit();
        assertThat(published.text()).contains("12.50").contains("试验费");

        assertThat(published.press("撤下").status()).isEqualTo(200);
        assertThat(tian.open("/staff/fees?text=" + item).text()).contains("没有这样的收费项目");
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/fees").text()).doesNotContain("公布一项收费");
    }

    private List<Reconciliation.Difference> openDifferences(String order) {
        return reconciliation.differences(true, Long.MAX_VALUE, 1000, cast.staff("jn-0501")).stream()
                .filter(one -> one.order().equals(order))
                .toList();
    }

    private Bill billOf(CaseNumber number) {
        return bills.ofCase(number).getFirst();
    }

    private String order(Bill bill) {
        var outcome = bills.pay(bill.number(), "http://localhost:" + port, wang);
        assertThat(outcome).isInstanceOf(PayOutcome.Ready.class);
        return ((PayOutcome.Ready) outcome).order().number();
    }

    private CaseOutcome handOver(CaseNumber number) {
        return cases.deliver(number, new Cases.Delivery(null, Channel.WINDOW, cast.sunJingAtTheWindow()));
    }

    private String report(String order, long fen) {
        var at = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        return """
                {"order": "%s", "transaction": "T-%s", "state": "PAID", "amountFen": %d, "paidAt": "%s:00+08:00"}
                """.formatted(order, order, fen, at.toString().substring(0, 16));
    }

    private NotificationOutcome send(String body, String signature) {
        var now = String.valueOf(clock.instant().getEpochSecond());
        return payments.receive(
                now, signature == null ? signature().of(now, PracticeNews.PATH, bytes(body)) : signature, bytes(body));
    }

    private PaymentSignature signature() {
        return provider.endpoint().signature();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private CaseNumber granted() {
        var number = accepted();
        var miao = cast.staff("jn-1102");
        var task = reading.open(number, miao).lanes().getFirst().task();
        assertThat(cases.decide(task, new Decision.Granted("人口信息一致，准予补领。"), miao))
                .isInstanceOf(CaseOutcome.Done.class);
        return number;
    }

    private CaseNumber accepted() {
        var drafts = platform.getBean(Drafts.class);
        var id = drafts.create(new Drafts.Start(REPLACEMENT, CaseworkFixtures.JINAN, Channel.ONLINE, null), wang);
        var draft = drafts.find(id, wang).orElseThrow();
        var answers = (ObjectNode) JsonMapper.shared().readTree("""
                {"person": {"name": "王海燕", "number": "370104198806169982", "mobile": "13800000426"},
                 "loss": {"how": "昨天在公交车上丢的"}}
                """);
        drafts.save(id, draft.version(), answers, wang);
        var number = ((FilingOutcome.Filed) cases.file(id, wang)).number();
        assertThat(cases.accept(number, null, cast.sunJingAtTheWindow())).isInstanceOf(CaseOutcome.Done.class);
        return number;
    }
}
