package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** A company is set up: every action, every refusal, on a real database. */
@PlatformTest
class CaseJourneyTest {

    private static final String REASON = "住所材料与不动产登记不一致，不符合法定形式";
    private static final String REMEDIES = "可以在 60 日内申请行政复议，或者在六个月内提起行政诉讼";

    @Autowired
    ApplicationContext platform;

    CaseworkFixtures fixtures;

    @Autowired
    Cases cases;

    @Autowired
    Drafts drafts;

    @Autowired
    CaseReading reading;

    @Autowired
    Inbox inbox;

    @Autowired
    CaseClocks clocks;

    @Autowired
    CaseStatistics statistics;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void monday_morning() {
        clock.set(SettableClock.MONDAY_TEN);
        fixtures = CaseworkFixtures.of(platform);
    }

    private TaskId task(CaseNumber number, String step) {
        var view = reading.open(number, fixtures.sunJingAtTheWindow());
        return view.lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .map(CaseView.Lane::task)
                .orElseThrow();
    }

    private CaseOutcome grant(CaseNumber number, String step, CurrentUser by) {
        return cases.decide(task(number, step), new Decision.Granted("申请材料齐全，符合法定形式，予以登记。"), by);
    }

    private CaseNumber granted() {
        var number = fixtures.accepted();
        grant(number, "taxation", fixtures.liWenOfTaxation());
        grant(number, "human-resources", fixtures.chenLiOfHumanResources());
        grant(number, "market-regulation", fixtures.liuSiyuanOfMarketRegulation());
        return number;
    }

    @Test
    void a_company_is_established_by_three_departments() {
        var number = fixtures.filed();
        assertThat(number.value()).startsWith("370104-20260302-");
        assertThat(cases.accept(number, null, fixtures.sunJingAtTheWindow()))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.ACCEPTED, clock.instant()));
        assertThat(grant(number, "taxation", fixtures.liWenOfTaxation()))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.ACCEPTED, clock.instant()));
        grant(number, "human-resources", fixtures.chenLiOfHumanResources());
        assertThat(grant(number, "market-regulation", fixtures.liuSiyuanOfMarketRegulation()))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.GRANTED, clock.instant()));
        cases.deliver(number, new Cases.Delivery("1.2.156.test", Channel.ONLINE, null));

        var view = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(view.file().state()).isEqualTo(CaseState.DELIVERED);
        assertThat(view.file().applicant().name()).isEqualTo("济南泉汐信息科技有限公司");
        assertThat(view.materials()).hasSize(3);
        assertThat(view.timeline().getFirst().kind()).isEqualTo(CaseView.EventKind.DELIVERED);
        assertThat(view.timeline().getLast().kind()).isEqualTo(CaseView.EventKind.FILED);
        assertThat(view.clocks()).allMatch(one -> one.state() == ClockView.State.MET);
        assertThat(view.documents())
                .extracting(CaseView.Document::kind)
                .containsExactlyInAnyOrder(CaseView.DocumentKind.ACCEPTANCE_NOTICE, CaseView.DocumentKind.GRANT);
        assertThat(view.lanes()).allMatch(lane -> lane.decision() instanceof Decision.Granted);
    }

    @Test
    void clocks_run_for_the_whole_case_and_for_each_department() {
        var number = fixtures.accepted();

        var view = reading.open(number, fixtures.sunJingAtTheWindow());

        var main = view.mainClock();
        assertThat(main).isNotNull();
        assertThat(main.step()).isEqualTo(ClockView.JOINT);
        assertThat(main.dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(main.statutory().on()).isEqualTo(LocalDate.of(2026, 5, 8));
        assertThat(view.lanes())
                .extracting(lane -> lane.clock().dueOn())
                .containsExactly(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 5));
        assertThat(clocks.dueOnOrBefore(LocalDate.of(2026, 3, 3), null, 1000))
                .anyMatch(due -> due.ref().equals(new CaseClocks.ClockRef(number, "taxation")) && !due.statutory());
    }

    @Test
    void twenty_clicks_on_one_draft_are_one_case() throws Exception {
        var draft = fixtures.draft();
        var by = fixtures.wangHaiyan();

        var numbers = new HashSet<CaseNumber>();
        var first = 0;
        for (var outcome : atOnce(20, () -> cases.file(draft, by))) {
            var filed = (FilingOutcome.Filed) outcome;
            numbers.add(filed.number());
            first += filed.repeated() ? 0 : 1;
        }

        assertThat(numbers).hasSize(1);
        assertThat(first).isEqualTo(1);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void of_two_examiners_deciding_at_once_the_second_learns_of_the_first() throws Exception {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        var decision = new Decision.Granted("予以登记。");

        var outcomes = new ArrayList<CaseOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> cases.decide(task, decision, fixtures.liuSiyuanOfMarketRegulation()));
            var two = threads.submit(() -> cases.decide(task, decision, fixtures.gaoXiangOfMarketRegulation()));
            outcomes.add(one.get());
            outcomes.add(two.get());
        }

        assertThat(outcomes).filteredOn(CaseOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(CaseOutcome.AlreadyDone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void three_departments_deciding_at_once_settle_the_case_once() throws Exception {
        var number = fixtures.accepted();
        var tasks =
                List.of(task(number, "market-regulation"), task(number, "taxation"), task(number, "human-resources"));
        var users = List.of(
                fixtures.liuSiyuanOfMarketRegulation(), fixtures.liWenOfTaxation(), fixtures.chenLiOfHumanResources());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = java.util.stream.IntStream.range(0, 3)
                    .mapToObj(at -> threads.submit(
                            () -> cases.decide(tasks.get(at), new Decision.Granted("予以登记。"), users.get(at))))
                    .toList();
            for (var future : futures) {
                assertThat(future.get()).isInstanceOf(CaseOutcome.Done.class);
            }
        }

        var view = reading.open(number, fixtures.sunJingAtTheWindow());
        assertThat(view.file().state()).isEqualTo(CaseState.GRANTED);
        assertThat(view.timeline())
                .filteredOn(happening -> happening.kind() == CaseView.EventKind.GRANTED)
                .hasSize(1);
    }

    @Test
    void an_incomplete_form_is_told_with_all_faults_and_loses_nothing() {
        var by = fixtures.wangHaiyan();
        var id = drafts.create(
                new Drafts.Start(CaseworkFixtures.COMPANY_ESTABLISHMENT, CaseworkFixtures.JINAN, Channel.ONLINE, null),
                by);
        var draft = drafts.find(id, by).orElseThrow();
        var answers = fixtures.answers(draft);
        answers.remove("holders");
        answers.remove("scope");
        drafts.save(id, draft.version(), answers, by);

        var outcome = cases.file(id, by);

        assertThat(outcome).isInstanceOf(FilingOutcome.Incomplete.class);
        assertThat(((FilingOutcome.Incomplete) outcome).violations())
                .extracting(violation -> violation.page())
                .contains("holders", "scope");
        assertThat(drafts.find(id, by)
                        .orElseThrow()
                        .answers()
                        .path("company")
                        .path("name")
                        .asString())
                .isEqualTo("济南泉汐信息科技有限公司");
    }

    @Test
    void two_windows_on_one_draft_lose_nothing() {
        var by = fixtures.wangHaiyan();
        var id = fixtures.draft();
        var draft = drafts.find(id, by).orElseThrow();
        drafts.save(id, draft.version(), draft.answers(), by);

        assertThat(drafts.save(id, draft.version(), draft.answers(), by))
                .isInstanceOf(Drafts.SaveOutcome.Conflict.class);
    }

    @Test
    void a_removed_draft_can_be_brought_back() {
        var by = fixtures.wangHaiyan();
        var id = fixtures.draft();
        drafts.remove(id, by);
        assertThat(drafts.find(id, by)).isEmpty();

        drafts.restore(id, by);

        assertThat(drafts.find(id, by)).isPresent();
    }

    @Test
    void refuses_a_date_of_acceptance_before_the_receipt() {
        var number = fixtures.filed();

        assertThat(cases.accept(number, LocalDate.of(2026, 2, 27), fixtures.sunJingAtTheWindow()))
                .isEqualTo(new CaseOutcome.WrongDate(
                        LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)));
    }

    @Test
    void the_second_clerk_learns_who_accepted() {
        var number = fixtures.accepted();

        assertThat(cases.accept(number, null, fixtures.guoXiaoyunAtTheWindow()))
                .isEqualTo(new CaseOutcome.AlreadyDone("孙静", clock.instant(), CaseView.EventKind.ACCEPTED));
    }

    @Test
    void refusing_acceptance_needs_reasons_and_remedies() {
        var number = fixtures.filed();
        var sunJing = fixtures.sunJingAtTheWindow();

        assertThat(cases.refuseAcceptance(number, "不行", REMEDIES, sunJing))
                .isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(cases.refuseAcceptance(number, REASON, " ", sunJing)).isEqualTo(new CaseOutcome.RemediesMissing());
        assertThat(cases.refuseAcceptance(number, REASON, REMEDIES, sunJing))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.REFUSED, clock.instant()));
        assertThat(cases.accept(number, null, sunJing)).isInstanceOf(CaseOutcome.AlreadyDone.class);
    }

    @Test
    void a_supplement_is_asked_for_once_and_starts_the_clock_anew() {
        var number = fixtures.filed();
        var sunJing = fixtures.sunJingAtTheWindow();
        var items = List.of(new SupplementItem("/materials/premises", "住所文件", "请补租赁合同的第二页"));
        assertThat(cases.requestSupplement(number, List.of(), sunJing)).isEqualTo(new CaseOutcome.NothingRequested());

        var requested = cases.requestSupplement(number, items, sunJing);
        var requestedAt = clock.instant();
        assertThat(requested).isEqualTo(new CaseOutcome.Done(number, CaseState.SUPPLEMENTING, requestedAt));
        assertThat(reading.open(number, sunJing).mainClock().state()).isEqualTo(ClockView.State.STOPPED);
        clock.set("2026-03-12T15:00");
        var answers = reading.openMine(number, fixtures.wangHaiyan()).answers();
        assertThat(cases.supplement(number, answers, fixtures.wangHaiyan()))
                .isEqualTo(new Cases.SupplementOutcome.Supplemented(number));

        var view = reading.open(number, sunJing);
        assertThat(view.file().receivedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(view.mainClock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(view.supplements()).hasSize(1).allMatch(one -> one.arrivedAt() != null);
        assertThat(cases.requestSupplement(number, items, sunJing))
                .isEqualTo(new CaseOutcome.SupplementAlreadyRequested(requestedAt));
        assertThat(cases.supplement(number, answers, fixtures.wangHaiyan()))
                .isEqualTo(new Cases.SupplementOutcome.NotAwaited(CaseState.FILED));
    }

    @Test
    void a_supplement_comes_too_late_on_the_sixth_day() {
        clock.set("2026-03-09T10:00");
        var number = fixtures.filed();
        clock.set("2026-03-17T10:00");

        assertThat(cases.requestSupplement(
                        number,
                        List.of(new SupplementItem("/materials/premises", "住所文件", "请补")),
                        fixtures.sunJingAtTheWindow()))
                .isEqualTo(new CaseOutcome.TooLate(LocalDate.of(2026, 3, 16)));
    }

    @Test
    void a_denial_ends_the_case_with_the_lead_departments_decision() {
        var number = fixtures.accepted();
        var tax = task(number, "taxation");
        assertThat(cases.decide(tax, new Decision.Denied("不予", "短", REMEDIES), fixtures.liWenOfTaxation()))
                .isEqualTo(new CaseOutcome.ReasonTooShort(1, 10));

        assertThat(cases.decide(tax, new Decision.Denied("不予", REASON, REMEDIES), fixtures.liWenOfTaxation()))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.ACCEPTED, clock.instant()));
        assertThat(reading.openMine(number, fixtures.wangHaiyan())
                        .lanes()
                        .get(2)
                        .state())
                .isEqualTo(TaskState.CANCELED);
        assertThat(grant(number, "market-regulation", fixtures.liuSiyuanOfMarketRegulation()))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.DENIED, clock.instant()));
        assertThat(cases.deliver(number, new Cases.Delivery(null, Channel.ONLINE, null)))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.DENIED));
    }

    @Test
    void a_decision_can_be_recalled_within_ten_minutes() {
        var number = fixtures.accepted();
        var liWen = fixtures.liWenOfTaxation();
        var task = task(number, "taxation");
        grant(number, "taxation", liWen);
        clock.set("2026-03-02T10:10");
        assertThat(reading.open(number, liWen).lanes().get(1).mayRecallUntil()).isEqualTo(clock.instant());

        assertThat(cases.recall(task, liWen)).isInstanceOf(CaseOutcome.Done.class);

        assertThat(task(number, "taxation").serial()).isGreaterThan(task.serial());
        assertThat(grant(number, "taxation", liWen)).isInstanceOf(CaseOutcome.Done.class);
        clock.set("2026-03-02T10:21");
        assertThat(cases.recall(task(number, "taxation"), liWen)).isInstanceOf(CaseOutcome.RecallClosed.class);
    }

    @Test
    void a_granted_case_cannot_be_recalled() {
        var number = granted();

        assertThat(cases.recall(task(number, "market-regulation"), fixtures.liuSiyuanOfMarketRegulation()))
                .isInstanceOf(CaseOutcome.RecallClosed.class);
    }

    @Test
    void a_task_in_hand_is_kept_from_colleagues_until_it_is_handed_over() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        var liuSiyuan = fixtures.liuSiyuanOfMarketRegulation();
        var gaoXiang = fixtures.gaoXiangOfMarketRegulation();
        assertThat(cases.claim(task, liuSiyuan)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(cases.claim(task, gaoXiang)).isEqualTo(new CaseOutcome.HeldBy("刘思远"));
        assertThat(cases.decide(task, new Decision.Granted("好"), gaoXiang)).isEqualTo(new CaseOutcome.HeldBy("刘思远"));

        assertThat(cases.transfer(task, gaoXiang.id(), "出差", liuSiyuan)).isInstanceOf(CaseOutcome.Done.class);

        assertThat(cases.release(task, liuSiyuan)).isEqualTo(new CaseOutcome.HeldBy("高翔"));
        assertThat(cases.decide(task, new Decision.Granted("好"), gaoXiang)).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void the_applicant_withdraws_before_the_decision() {
        var number = fixtures.accepted();

        assertThat(cases.withdraw(number, "改了主意", fixtures.wangHaiyan()))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.WITHDRAWN, clock.instant()));

        assertThat(reading.openMine(number, fixtures.wangHaiyan()).lanes())
                .allMatch(lane -> lane.state() == TaskState.CANCELED);
        assertThat(cases.withdraw(number, "再来一次", fixtures.wangHaiyan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.WITHDRAWN));
    }

    @Test
    void nobody_acts_outside_his_rights() {
        var number = fixtures.accepted();
        var tax = task(number, "taxation");

        assertThatThrownBy(() -> cases.decide(tax, new Decision.Granted("好"), fixtures.liuSiyuanOfMarketRegulation()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cases.accept(number, null, fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reading.open(number, fixtures.wangHaiyan())).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_inbox_shows_a_task_until_it_is_done() {
        var number = fixtures.accepted();
        var liWen = fixtures.liWenOfTaxation();
        var before = inbox.tally(liWen);
        var filter = new Inbox.Filter(Inbox.Show.ALL, null, "taxation", null, null, "泉汐");
        assertThat(inbox.list(filter, null, 200, liWen).rows())
                .anyMatch(row -> row.number().equals(number) && row.urgency() == Inbox.Urgency.DUE_SOON);

        grant(number, "taxation", liWen);

        assertThat(inbox.tally(liWen).all()).isEqualTo(before.all() - 1);
        assertThat(inbox.tally(liWen).doneToday()).isEqualTo(before.doneToday() + 1);
    }

    @Test
    void pages_of_the_inbox_follow_each_other_without_gap() {
        fixtures.accepted();
        fixtures.accepted();
        fixtures.accepted();
        var liWen = fixtures.liWenOfTaxation();

        var all = inbox.list(Inbox.Filter.ALL, null, 500, liWen).rows();
        var paged = new ArrayList<Inbox.Row>();
        var page = inbox.list(Inbox.Filter.ALL, null, 2, liWen);
        paged.addAll(page.rows());
        while (page.next() != null) {
            page = inbox.list(Inbox.Filter.ALL, Inbox.Cursor.parse(page.next().text()), 2, liWen);
            paged.addAll(page.rows());
        }

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void the_public_look_up_needs_number_and_digits_and_gives_no_tries_away() {
        var number = fixtures.filed();

        assertThat(reading.lookUp(number.value(), "0426", "192.0.2.1"))
                .isInstanceOf(CaseReading.LookUpOutcome.Found.class);
        assertThat(reading.lookUp(number.value(), "0427", "192.0.2.1"))
                .isEqualTo(new CaseReading.LookUpOutcome.NotFound());
        for (var tries = 0; tries < 8; tries++) {
            reading.lookUp(number.value(), "0000", "192.0.2.1");
        }
        assertThat(reading.lookUp(number.value(), "0426", "192.0.2.1"))
                .isInstanceOf(CaseReading.LookUpOutcome.TooMany.class);
    }

    @Test
    void statistics_count_what_happened() {
        var before = statistics.today(CaseworkFixtures.JINAN);

        granted();

        var after = statistics.today(CaseworkFixtures.JINAN);
        assertThat(after.filed()).isEqualTo(before.filed() + 1);
        assertThat(after.decided()).isEqualTo(before.decided() + 1);
        var day = LocalDate.of(2026, 3, 2);
        assertThat(statistics.byDivision(day, day, null)).anyMatch(row -> row.decided() > 0);
        assertThat(statistics.byDepartment(day, day, null)).anyMatch(row -> row.done() > 0);
        // working days, and others only if something happened
        assertThat(statistics.series(day, day.plusDays(6), null))
                .extracting(CaseStatistics.DayCount::on)
                .contains(day, day.plusDays(1), day.plusDays(2), day.plusDays(3), day.plusDays(4));
        assertThat(statistics.medianDays(day, day, null)).isNotNull();
    }

    @Test
    void a_legal_document_is_sealed_once() {
        var number = fixtures.accepted();
        var kind = CaseView.DocumentKind.ACCEPTANCE_NOTICE;

        var made = reading.requireDocument(number, kind, fixtures.wangHaiyan());

        assertThat(made.size()).isGreaterThan(1_000);
        assertThat(reading.requireDocument(number, kind, fixtures.wangHaiyan()).id())
                .isEqualTo(made.id());
    }
}
