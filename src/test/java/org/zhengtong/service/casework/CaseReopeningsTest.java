package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.CaseReopenings.Register;
import org.zhengtong.service.casework.CaseReopenings.RegisterOutcome;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.Licenses;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** The decision on a case is revoked from outside and the case is handled anew; on a real database. */
@PlatformTest
class CaseReopeningsTest {

    private static final String REASON = "原决定认定事实不清，责令重新作出";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseReopenings reopenings;

    @Autowired
    CaseReading reading;

    @Autowired
    Licenses licenses;

    @Autowired
    JdbcClient jdbc;

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

    private CurrentUser head() {
        return fixtures.staff("jn-0203");
    }

    private CaseView view(CaseNumber number) {
        return reading.open(number, fixtures.sunJingAtTheWindow());
    }

    private TaskId task(CaseNumber number, String step) {
        return view(number).lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .map(CaseView.Lane::task)
                .orElseThrow();
    }

    private ClockView clockOf(CaseNumber number, String step) {
        return view(number).clocks().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private void decide(CaseNumber number, Decision ofTheLead) {
        cases.decide(task(number, "taxation"), new Decision.Granted("好"), fixtures.liWenOfTaxation());
        cases.decide(task(number, "human-resources"), new Decision.Granted("好"), fixtures.chenLiOfHumanResources());
        assertThat(cases.decide(task(number, "market-regulation"), ofTheLead, liuSiyuan()))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    private CaseNumber denied() {
        var number = fixtures.accepted();
        decide(number, new Decision.Denied("不", "住所与登记材料不符，不能使用", "六十日内申请行政复议"));
        return number;
    }

    private CaseNumber delivered() {
        var number = fixtures.accepted();
        decide(number, new Decision.Granted("好"));
        awaitDelivery(number);
        return number;
    }

    private void awaitDelivery(CaseNumber number) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> reading.requireFile(number).state() == CaseState.DELIVERED);
    }

    private static Register decision(@Nullable LocalDate on, String... steps) {
        return new Register(
                Reopening.Kind.RECONSIDERATION, "济政复决字〔2026〕17 号", "济南市人民政府", on, REASON, List.of(steps), null);
    }

    private static CaseReopenings.Upload paper() {
        var pdf = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定").title("决定").finish().bytes();
        return new CaseReopenings.Upload("复议决定书.pdf", "application/pdf", new ByteArrayResource(pdf));
    }

    private CaseOutcome register(CaseNumber number, Register register) {
        return ((RegisterOutcome.Answered) reopenings.register(number, register, paper(), liuSiyuan())).outcome();
    }

    private void reopened(CaseNumber number, LocalDate on, String... steps) {
        assertThat(register(number, decision(on, steps))).isInstanceOf(CaseOutcome.Done.class);
        var serial = view(number).reopenings().getLast().serial();
        assertThat(reopenings.confirm(number, serial, head())).isInstanceOf(CaseOutcome.Done.class);
    }

    private static long key(CaseNumber number) {
        var parts = number.value().split("-", -1);
        return Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]);
    }

    @Test
    void a_denied_case_is_decided_again_and_its_first_decision_stays_as_it_was() {
        var number = denied();
        clock.set("2026-05-11T10:00");
        assertThat(register(number, decision(LocalDate.of(2026, 5, 8), "market-regulation")))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(view(number).file().state()).isEqualTo(CaseState.DENIED);
        assertThat(reading.openMine(number, fixtures.wangHaiyan()).reopenings()).isEmpty();
        assertThat(reopenings.confirm(number, 1, head())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(view(number).file().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(clockOf(number, ClockView.JOINT).startedOn()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(clockOf(number, "taxation").state()).isEqualTo(ClockView.State.MET);
        clock.set("2026-06-01T10:00");
        assertThat(cases.decide(task(number, "market-regulation"), new Decision.Granted("好"), liuSiyuan()))
                .isInstanceOf(CaseOutcome.Done.class);

        awaitDelivery(number);
        // the second decision was late; the first one was in time and counts in March
        var counted = jdbc.sql("select decided_on, in_time from casework.case_file where id = :id")
                .param("id", key(number))
                .query((row, _) -> row.getObject(1, LocalDate.class) + " " + row.getBoolean(2))
                .single();
        assertThat(counted).isEqualTo("2026-03-02 true");
        assertThat(clockOf(number, ClockView.JOINT).state()).isEqualTo(ClockView.State.OVERDUE);
        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.documents())
                .filteredOn(CaseView.Document::revoked)
                .extracting(CaseView.Document::number)
                .containsExactly(number + "-12");
        assertThat(mine.documents()).extracting(CaseView.Document::number).contains(number + "-15", number + "-11-2");
        assertThat(reading.requireDocument(number, DocumentKind.REOPENING_NOTICE, fixtures.wangHaiyan())
                        .size())
                .isGreaterThan(1_000);
        assertThat(mine.timeline())
                .extracting(CaseView.Happening::kind)
                .contains(EventKind.REOPENED, EventKind.DENIED, EventKind.GRANTED);
    }

    @Test
    void a_licence_is_revoked_with_its_decision_and_another_one_is_issued() {
        var number = delivered();
        var first = licenses.findByCase(number).orElseThrow();
        clock.set("2026-05-11T10:00");
        reopened(number, LocalDate.of(2026, 5, 8), "market-regulation");

        var revoked = licenses.find(first.identifier()).orElseThrow();
        assertThat(revoked.stored()).isEqualTo(LicenseStatus.REVOKED);
        assertThat(licenses.changes(first.identifier()).getFirst().reason()).contains("17 号");
        assertThat(view(number).file().resultIdentifier()).isNull();
        assertThat(view(number).reopenings().getFirst().result())
                .isEqualTo(first.identifier().value());

        cases.decide(task(number, "market-regulation"), new Decision.Granted("好"), liuSiyuan());
        awaitDelivery(number);
        var second = licenses.findByCase(number).orElseThrow();
        assertThat(second.identifier()).isNotEqualTo(first.identifier());
        assertThat(second.stored()).isEqualTo(LicenseStatus.VALID);
        assertThat(second.issuedOn()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(licenses.ofCase(number)).hasSize(2);

        reopened(number, LocalDate.of(2026, 5, 11), "taxation");
        assertThat(licenses.find(second.identifier()).orElseThrow().stored()).isEqualTo(LicenseStatus.REVOKED);
        assertThat(view(number).documents())
                .filteredOn(CaseView.Document::revoked)
                .hasSize(2);
    }

    @Test
    void a_refused_case_is_accepted_within_the_limit_that_the_decision_sets() {
        var number = fixtures.filed();
        cases.refuseAcceptance(number, "不属于本机关职权范围，不予受理", "六十日内申请行政复议", fixtures.sunJingAtTheWindow());
        clock.set("2026-05-11T10:00");
        var ordered = new Register(
                Reopening.Kind.LITIGATION,
                "（2026）鲁01行终88号",
                "济南市中级人民法院",
                LocalDate.of(2026, 5, 11),
                REASON,
                List.of(),
                TimeLimit.calendarDays(30));
        assertThat(register(number, ordered)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(reopenings.confirm(number, 1, head())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(view(number).file().acceptedOn()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 6, 10));
        assertThat(view(number).documents())
                .filteredOn(CaseView.Document::revoked)
                .extracting(CaseView.Document::kind)
                .containsExactly(DocumentKind.ACCEPTANCE_REFUSAL);
        decide(number, new Decision.Granted("好"));
        awaitDelivery(number);
    }

    @Test
    void it_needs_an_ended_case_a_whole_decision_and_the_lead() {
        var open = fixtures.accepted();
        assertThat(register(open, decision(MONDAY, "market-regulation")))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.ACCEPTED));
        var number = denied();
        assertThat(register(number, decision(null, "market-regulation")))
                .isEqualTo(new CaseOutcome.DecisionIncomplete("dated-on"));
        assertThat(register(number, decision(MONDAY.minusDays(1), "market-regulation")))
                .isEqualTo(new CaseOutcome.WrongDate(MONDAY.minusDays(1), MONDAY, MONDAY));
        assertThat(register(number, decision(MONDAY.plusDays(1), "market-regulation")))
                .isEqualTo(new CaseOutcome.WrongDate(MONDAY.plusDays(1), MONDAY, MONDAY));
        assertThat(register(number, decision(MONDAY))).isEqualTo(new CaseOutcome.NoWayBack());
        assertThat(register(number, decision(MONDAY, "no-such-step"))).isEqualTo(new CaseOutcome.NoWayBack());
        assertThat(register(number, new Register(null, "1", "法院", MONDAY, REASON, List.of("market-regulation"), null)))
                .isEqualTo(new CaseOutcome.DecisionIncomplete("kind"));
        assertThat(register(
                        number,
                        new Register(
                                Reopening.Kind.SELF_CORRECTION, "1", "局", MONDAY, "错了", List.of("taxation"), null)))
                .isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(reopenings.register(number, decision(MONDAY, "market-regulation"), null, liuSiyuan()))
                .isEqualTo(new RegisterOutcome.Answered(new CaseOutcome.DecisionIncomplete("file")));
        var program = new CaseReopenings.Upload(
                "a.exe", "application/pdf", new ByteArrayResource("MZ".getBytes(StandardCharsets.US_ASCII)));
        assertThat(reopenings.register(number, decision(MONDAY, "market-regulation"), program, liuSiyuan()))
                .isInstanceOf(RegisterOutcome.FileRefused.class);
        assertThatThrownBy(() -> reopenings.register(
                        number, decision(MONDAY, "market-regulation"), paper(), fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        assertThat(view(number).reopenings()).isEmpty();
    }

    @Test
    void a_second_person_answers_once() {
        var number = denied();
        register(number, decision(MONDAY, "market-regulation"));
        assertThat(register(number, decision(MONDAY, "market-regulation")))
                .isInstanceOf(CaseOutcome.ReopeningAsked.class);
        assertThatThrownBy(() -> reopenings.confirm(number, 1, fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reopenings.confirm(number, 2, head()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("reopening_not_found");
        assertThat(reopenings.refuse(number, 1, "不行", head())).isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(reopenings.refuse(number, 1, "文书还没有生效，等生效以后再登记", head())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(reopenings.confirm(number, 1, head())).isInstanceOf(CaseOutcome.AlreadyDone.class);
        assertThat(view(number).file().state()).isEqualTo(CaseState.DENIED);

        var own = ((RegisterOutcome.Answered)
                        reopenings.register(number, decision(MONDAY, "market-regulation"), paper(), head()))
                .outcome();
        if (own instanceof CaseOutcome.Done) {
            assertThat(reopenings.confirm(number, 2, head())).isEqualTo(new CaseOutcome.OwnReopening());
        }
        var file = view(number).reopenings().getFirst().file().file();
        assertThat(reading.requireMaterial(number, FileId.of(file), liuSiyuan()).name())
                .isEqualTo("复议决定书.pdf");
    }
}
