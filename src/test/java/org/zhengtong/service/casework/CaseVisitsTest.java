package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseVisits.Finding;
import org.zhengtong.service.casework.CaseVisits.FindingOutcome;
import org.zhengtong.service.casework.CaseVisits.Plan;
import org.zhengtong.service.casework.CaseVisits.When;
import org.zhengtong.service.casework.SiteVisit.Result;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Several departments look at a place together (联合踏勘), and what they found is recorded; on a real database. */
@PlatformTest
class CaseVisitsTest {

    private static final String PURPOSE = "核对住所与登记材料是否一致";
    private static final String WORDS = "住所与材料一致，现场悬挂门牌";
    private static final String REASON = "申请人当天不在，另约时间";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseVisits visits;

    @Autowired
    CaseSuspensions suspensions;

    @Autowired
    CaseReading reading;

    @Autowired
    Inbox inbox;

    @Autowired
    FileStorage files;

    @Autowired
    SettableClock clock;

    CaseworkFixtures fixtures;

    @BeforeEach
    void monday_morning() {
        clock.set(SettableClock.MONDAY_TEN);
        fixtures = CaseworkFixtures.of(platform);
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    private CurrentUser liuSiyuan() {
        return fixtures.liuSiyuanOfMarketRegulation();
    }

    private CurrentUser liWen() {
        return fixtures.liWenOfTaxation();
    }

    private CaseView view(CaseNumber number) {
        return reading.open(number, fixtures.sunJingAtTheWindow());
    }

    private SiteVisit visit(CaseNumber number) {
        return view(number).visits().getLast();
    }

    private TaskId task(CaseNumber number, CurrentUser who) {
        return visit(number).parties().stream()
                .filter(party -> party.department().equals(who.department()))
                .findFirst()
                .map(party -> new TaskId(number, party.task()))
                .orElseThrow();
    }

    private Plan on(LocalDate day, CurrentUser... people) {
        return new Plan(
                new When(day, "09:30", "张庄路 188 号"),
                PURPOSE,
                List.of(people).stream().map(CurrentUser::id).toList());
    }

    private CaseOutcome plan(CaseNumber number) {
        return visits.plan(
                number, on(WEDNESDAY, liuSiyuan(), fixtures.gaoXiangOfMarketRegulation(), liWen()), liuSiyuan());
    }

    private CaseOutcome find(CaseNumber number, CurrentUser who) {
        var found = visits.find(task(number, who), new Finding(Result.FITS, WORDS, List.of()), who);
        return ((FindingOutcome.Answered) found).outcome();
    }

    private static CaseVisits.Upload pdf() {
        var bytes = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "现场").title("现场").finish().bytes();
        return new CaseVisits.Upload("现场.pdf", "application/pdf", new ByteArrayResource(bytes));
    }

    @Test
    void the_record_is_made_when_all_have_written() {
        var number = fixtures.accepted();
        var joint = view(number).mainClock().dueOn();
        assertThat(plan(number)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(view(number).mainClock().dueOn()).isEqualTo(joint);
        assertThat(inbox.require(task(number, liWen()), liWen()).dueOn()).isEqualTo(WEDNESDAY);
        assertThat(find(number, liWen())).isEqualTo(new CaseOutcome.VisitNotYet(WEDNESDAY));

        clock.set("2026-03-04T15:00");
        var finding = new Finding(Result.TO_MEND, WORDS, List.of(pdf()));
        assertThat(visits.find(task(number, liWen()), finding, liWen()))
                .isInstanceOfSatisfying(
                        FindingOutcome.Answered.class,
                        answered -> assertThat(answered.outcome()).isInstanceOf(CaseOutcome.Done.class));
        assertThat(visit(number).state()).isEqualTo(SiteVisit.State.PLANNED);
        assertThat(find(number, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(visit(number).state()).isEqualTo(SiteVisit.State.CLOSED);
        assertThat(visit(number).parties())
                .extracting(SiteVisit.Party::result)
                .containsExactlyInAnyOrder(Result.FITS, Result.TO_MEND);
        assertThat(reading.requireDocument(number, DocumentKind.VISIT_RECORD, liWen())
                        .size())
                .isGreaterThan(1_000);
        assertThat(find(number, liuSiyuan())).isInstanceOf(CaseOutcome.AlreadyDone.class);
        assertThat(view(number).timeline())
                .extracting(CaseView.Happening::kind)
                .startsWith(EventKind.VISIT_CLOSED, EventKind.VISIT_FOUND);

        // the applicant knows that they came, and not what they think
        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.visits().getLast().found()).isZero();
        assertThat(mine.documents()).extracting(CaseView.Document::kind).contains(DocumentKind.VISIT_NOTICE);
        assertThat(mine.documents()).extracting(CaseView.Document::kind).doesNotContain(DocumentKind.VISIT_RECORD);
        assertThatThrownBy(() -> reading.requireDocument(number, DocumentKind.VISIT_RECORD, fixtures.wangHaiyan()))
                .hasMessageContaining("document_not_found");
    }

    @Test
    void two_of_the_lead_come_on_a_working_day_to_a_place() {
        var number = fixtures.accepted();
        var gaoXiang = fixtures.gaoXiangOfMarketRegulation();
        var sunday = LocalDate.of(2026, 3, 8);
        assertThat(visits.plan(number, on(MONDAY.minusDays(3), liuSiyuan(), gaoXiang), liuSiyuan()))
                .isEqualTo(new CaseOutcome.VisitDay(MONDAY));
        assertThat(visits.plan(number, on(sunday, liuSiyuan(), gaoXiang), liuSiyuan()))
                .isEqualTo(new CaseOutcome.DayOff(sunday));
        assertThat(visits.plan(number, on(WEDNESDAY, liuSiyuan(), liWen()), liuSiyuan()))
                .isInstanceOfSatisfying(
                        CaseOutcome.TooFewPeople.class,
                        few -> assertThat(few.needed()).isEqualTo(2));
        assertThat(visits.plan(number, on(WEDNESDAY, liuSiyuan(), gaoXiang, fixtures.wangHaiyan()), liuSiyuan()))
                .isInstanceOf(CaseOutcome.PersonGone.class);
        var people = List.of(liuSiyuan().id(), gaoXiang.id());
        assertThat(visits.plan(number, new Plan(new When(WEDNESDAY, "25:00", "那里"), PURPOSE, people), liuSiyuan()))
                .isEqualTo(new CaseOutcome.VisitPlaceMissing());
        assertThat(visits.plan(number, new Plan(new When(WEDNESDAY, "09:00", " "), PURPOSE, people), liuSiyuan()))
                .isEqualTo(new CaseOutcome.VisitPlaceMissing());
        assertThat(visits.plan(number, new Plan(new When(WEDNESDAY, "09:00", "那里"), "看看", people), liuSiyuan()))
                .isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThatThrownBy(() -> visits.plan(number, on(WEDNESDAY, liuSiyuan(), gaoXiang), liWen()))
                .isInstanceOf(ProblemException.class);
        assertThat(visits.plan(fixtures.filed(), on(WEDNESDAY, liuSiyuan(), gaoXiang), liuSiyuan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.FILED));
        // the window plans for the lead
        assertThat(visits.plan(number, on(WEDNESDAY, liuSiyuan(), gaoXiang), fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void it_is_moved_and_called_off_with_a_reason_and_each_time_with_a_notice() {
        var number = fixtures.accepted();
        plan(number);
        var friday = new When(LocalDate.of(2026, 3, 6), "14:00", "张庄路 188 号");
        assertThat(visits.move(number, 1, friday, "改天", liuSiyuan())).isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(visits.move(number, 1, friday, REASON, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(inbox.require(task(number, liWen()), liWen()).dueOn()).isEqualTo(friday.heldOn());
        assertThat(visits.callOff(number, 1, REASON, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(visits.callOff(number, 1, REASON, liuSiyuan())).isEqualTo(new CaseOutcome.VisitOver());
        assertThat(find(number, liWen())).isEqualTo(new CaseOutcome.VisitOver());
        assertThatThrownBy(() -> visits.callOff(number, 7, REASON, liuSiyuan()))
                .hasMessageContaining("visit_not_found");
        plan(number);

        var numbers = reading.openMine(number, fixtures.wangHaiyan()).documents().stream()
                .filter(one -> one.kind() == DocumentKind.VISIT_NOTICE)
                .map(CaseView.Document::number)
                .toList();
        assertThat(numbers)
                .containsExactlyInAnyOrder(number + "-13", number + "-13-2", number + "-13-3", number + "-13-4");
        assertThat(reading.requireDocument(number, DocumentKind.VISIT_NOTICE, 3, fixtures.wangHaiyan())
                        .size())
                .isGreaterThan(1_000);
    }

    @Test
    void the_lead_closes_it_without_those_who_have_not_written() {
        var number = fixtures.accepted();
        plan(number);
        clock.set("2026-03-04T15:00");
        assertThat(visits.close(number, 1, REASON, liuSiyuan())).isEqualTo(new CaseOutcome.NothingFound());
        find(number, liuSiyuan());
        assertThat(visits.move(number, 1, new When(WEDNESDAY, "16:00", "那里"), REASON, liuSiyuan()))
                .isEqualTo(new CaseOutcome.VisitOver());
        assertThat(visits.close(number, 1, REASON, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(visit(number).state()).isEqualTo(SiteVisit.State.CLOSED);
        assertThat(find(number, liWen())).isEqualTo(new CaseOutcome.VisitOver());
    }

    @Test
    void a_file_that_is_none_is_refused_and_nothing_is_kept() {
        var number = fixtures.accepted();
        plan(number);
        clock.set("2026-03-04T15:00");
        var owner = view(number).file().files();
        var before = files.ownedBy(owner).size();
        var text = new CaseVisits.Upload(
                "现场.jpg",
                "image/jpeg",
                new ByteArrayResource("不是照片".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(visits.find(task(number, liWen()), new Finding(Result.FITS, WORDS, List.of(pdf(), text)), liWen()))
                .isInstanceOf(FindingOutcome.FileRefused.class);
        var many = java.util.Collections.nCopies(11, pdf());
        assertThat(visits.find(task(number, liWen()), new Finding(Result.FITS, WORDS, many), liWen()))
                .isInstanceOf(FindingOutcome.FileRefused.class);
        assertThat(visits.find(task(number, liWen()), new Finding(Result.FITS, "好", List.of(pdf())), liWen()))
                .isEqualTo(new FindingOutcome.Answered(new CaseOutcome.ReasonTooShort(1, 10)));
        assertThat(files.ownedBy(owner)).hasSize(before);
        assertThatThrownBy(() ->
                        visits.find(task(number, liWen()), new Finding(Result.FITS, WORDS, List.of()), liuSiyuan()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_suspended_case_is_not_visited_and_one_that_is_over_neither() {
        var number = fixtures.accepted();
        plan(number);
        suspensions.suspend(number, new CaseSuspensions.Suspend("lawsuit", "住所的使用权正在法院审理", null), liuSiyuan());
        clock.set("2026-03-04T15:00");
        assertThat(find(number, liWen())).isEqualTo(new CaseOutcome.NotPossible(CaseState.SUSPENDED));
        assertThat(visits.callOff(number, 1, REASON, liuSiyuan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.SUSPENDED));
        suspensions.resume(number, "判决已经生效，住所可以使用", liuSiyuan());
        assertThat(inbox.require(task(number, liWen()), liWen()).dueOn()).isEqualTo(WEDNESDAY);

        cases.withdraw(number, "不办了", fixtures.wangHaiyan());
        assertThat(visit(number).state()).isEqualTo(SiteVisit.State.CALLED_OFF);
        assertThat(inbox.require(task(number, liWen()), liWen()).state()).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void the_list_has_those_of_a_persons_scope_by_day() {
        var number = fixtures.accepted();
        plan(number);
        var mine = new CaseVisits.Filter(WEDNESDAY, WEDNESDAY, SiteVisit.State.PLANNED, number.value());
        assertThat(visits.list(mine, null, 10, liWen())).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.parties()).isEqualTo(2);
            assertThat(row.found()).isZero();
            assertThat(visits.list(mine, row.cursor(), 10, liWen())).isEmpty();
            assertThat(CaseVisits.Cursor.parse(row.cursor().text())).isEqualTo(row.cursor());
        });
        assertThat(visits.count(mine, liWen())).isEqualTo(1);
        var later = new CaseVisits.Filter(WEDNESDAY.plusDays(1), null, null, number.value());
        assertThat(visits.list(later, null, 10, liWen())).isEmpty();
        try (var all = visits.export(mine, liWen())) {
            assertThat(all).hasSize(1);
        }
        assertThatThrownBy(() -> visits.list(mine, null, 10, fixtures.wangHaiyan()))
                .isInstanceOf(ProblemException.class);
        assertThat(CaseVisits.Cursor.parse("2026-99-99_370104-20260302-00001-7_1"))
                .isNull();
        assertThat(CaseVisits.Cursor.parse("x")).isNull();
    }
}
