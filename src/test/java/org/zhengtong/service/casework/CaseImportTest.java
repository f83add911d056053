package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.service.casework.CaseworkFixtures.COMPANY_ESTABLISHMENT;
import static org.zhengtong.service.casework.CaseworkFixtures.JINAN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.node.JsonNodeFactory;

/** Cases of an older system: closed and running ones. Today is Monday, 2 March 2026. */
@PlatformTest
class CaseImportTest {

    private static final Actor BY = Actor.system("node");
    private static final DivisionCode LIXIA = new DivisionCode("370102");
    private static final String REMEDIES = "六十日内申请行政复议，六个月内提起行政诉讼。";

    @Autowired
    CaseImport imports;

    @Autowired
    CaseReading reading;

    @Autowired
    Cases cases;

    @Autowired
    Inbox inbox;

    @Autowired
    CaseStatistics statistics;

    @Autowired
    AuditProofs proofs;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext platform;

    private CaseworkFixtures fixtures;

    @BeforeEach
    void today() {
        clock.set("2026-03-02T10:00");
        fixtures = CaseworkFixtures.of(platform);
    }

    private static Instant at(String beijingTime) {
        return LocalDateTime.parse(beijingTime)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    private static PastCase past(int line, PastDeed... deeds) {
        return past(line, COMPANY_ESTABLISHMENT, LIXIA, JINAN, "济南朔汀商贸有限公司", deeds);
    }

    private static PastCase past(
            int line, ItemCode item, DivisionCode division, DivisionCode jurisdiction, String name, PastDeed... deeds) {
        var applicant = new Applicant(Applicant.Kind.LEGAL_PERSON, name, null, "周一帆", "13800000111", null);
        var answers = JsonNodeFactory.instance.objectNode();
        answers.putObject("company").put("name", name);
        return new PastCase(line, item, division, jurisdiction, Channel.WINDOW, applicant, answers, List.of(deeds));
    }

    private static PastDeed granted(String at, String step) {
        return new PastDeed.Decided(at(at), "老陈", step, new Decision.Granted("准予登记。"));
    }

    private List<CaseNumber> take(PastCase... past) {
        var outcome = imports.take("旧系统", List.of(past), BY);
        assertThat(outcome).isInstanceOf(CaseImport.Outcome.Imported.class);
        return ((CaseImport.Outcome.Imported) outcome).numbers();
    }

    private CaseView open(CaseNumber number) {
        return reading.open(number, fixtures.sunJingAtTheWindow());
    }

    @Test
    void a_closed_case_has_the_history_and_the_judgement_it_would_have_here() {
        var day = LocalDate.of(2026, 1, 14);
        var before = statistics.byDivision(day, day, LIXIA).stream()
                .mapToInt(CaseStatistics.ByDivision::decided)
                .sum();

        var number = take(past(
                        1,
                        new PastDeed.Filed(at("2026-01-07T09:00")),
                        new PastDeed.Accepted(at("2026-01-07T10:00"), "老李"),
                        granted("2026-01-08T09:00", "taxation"),
                        granted("2026-01-09T09:00", "human-resources"),
                        granted("2026-01-14T09:00", "market-regulation"),
                        new PastDeed.Delivered(at("2026-01-14T09:01"), null)))
                .getFirst();

        var view = open(number);
        assertThat(number.value()).startsWith("370102-20260107-");
        assertThat(view.file().state()).isEqualTo(CaseState.DELIVERED);
        assertThat(view.timeline()).hasSize(7);
        assertThat(view.mainClock().state()).isEqualTo(ClockView.State.OVERDUE);
        assertThat(view.lanes()).allMatch(lane -> lane.state() == TaskState.DONE && lane.decision() != null);
        assertThat(view.lanes().getFirst().clock().state()).isEqualTo(ClockView.State.OVERDUE);
        assertThat(statistics.byDivision(day, day, LIXIA).stream()
                        .mapToInt(CaseStatistics.ByDivision::decided)
                        .sum())
                .isEqualTo(before + 1);
    }

    @Test
    void a_running_case_goes_on_here() {
        var number = take(past(
                        1,
                        new PastDeed.Filed(at("2026-02-27T09:00")),
                        new PastDeed.Accepted(at("2026-02-27T10:00"), "老李"),
                        granted("2026-02-27T11:00", "taxation"),
                        granted("2026-02-28T09:00", "human-resources")))
                .getFirst();
        var liuSiyuan = fixtures.liuSiyuanOfMarketRegulation();

        var task = open(number).lanes().getFirst().task();
        assertThat(inbox.require(task, liuSiyuan).dueOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(cases.decide(task, new Decision.Granted("准予登记。"), liuSiyuan))
                .isEqualTo(new CaseOutcome.Done(number, CaseState.GRANTED, clock.instant()));
    }

    @Test
    void a_case_waiting_for_a_supplement_waits_here_too() {
        var items = List.of(new SupplementItem("/materials/premises", "住所文件", "请补第二页"));
        var asked = past(
                1,
                new PastDeed.Filed(at("2026-02-26T09:00")),
                new PastDeed.SupplementRequested(at("2026-02-27T09:00"), "老李", items));
        var answered = past(
                2,
                new PastDeed.Filed(at("2026-02-26T09:30")),
                new PastDeed.SupplementRequested(at("2026-02-27T09:00"), "老李", items),
                new PastDeed.Supplemented(at("2026-02-28T09:00")));

        var numbers = take(asked, answered);

        assertThat(open(numbers.getFirst()).mainClock().state()).isEqualTo(ClockView.State.STOPPED);
        assertThat(open(numbers.getFirst()).file().state()).isEqualTo(CaseState.SUPPLEMENTING);
        assertThat(open(numbers.getLast()).mainClock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(cases.accept(numbers.getLast(), null, fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void a_denied_a_refused_and_a_withdrawn_case_are_closed_without_anything_open() {
        var denial = new Decision.Denied("不予登记", "住所文件与申请的住所不一致，不符合条件。", REMEDIES);
        var filed = new PastDeed.Filed(at("2026-02-26T09:00"));
        var accepted = new PastDeed.Accepted(at("2026-02-26T10:00"), "老李");

        var numbers = take(
                past(
                        1,
                        filed,
                        accepted,
                        new PastDeed.Decided(at("2026-02-27T09:00"), "老陈", "market-regulation", denial)),
                past(2, filed, new PastDeed.AcceptanceRefused(at("2026-02-26T11:00"), "老李", "名称与已经登记的名称相同")),
                past(3, filed, accepted, new PastDeed.Withdrawn(at("2026-02-27T09:00"), "改了主意")));

        assertThat(numbers.stream().map(number -> open(number).file().state()))
                .containsExactly(CaseState.DENIED, CaseState.REFUSED, CaseState.WITHDRAWN);
        for (var number : numbers) {
            assertThat(open(number).lanes()).noneMatch(lane -> lane.state() == TaskState.OPEN);
            assertThat(open(number).clocks()).noneMatch(clock -> clock.state() == ClockView.State.RUNNING);
        }
    }

    @Test
    void serials_follow_the_time_of_filing_and_go_on_with_the_next_case() {
        var later = past(1, new PastDeed.Filed(at("2026-02-25T15:00")));
        var earlier = past(2, new PastDeed.Filed(at("2026-02-25T09:00")));

        var numbers = new ArrayList<>(take(later, earlier));
        numbers.addAll(take(past(1, new PastDeed.Filed(at("2026-02-25T16:00")))));

        var serials = numbers.stream()
                .map(number -> Integer.parseInt(number.value().split("-")[2]))
                .toList();
        assertThat(serials.getFirst()).isEqualTo(serials.get(1) + 1);
        assertThat(serials.getLast()).isGreaterThan(serials.getFirst());
    }

    @Test
    void faults_are_told_by_line_and_nothing_is_taken() {
        var filed = new PastDeed.Filed(at("2026-02-24T09:00"));
        var item = new ItemCode("11370100509819318T3000131009001");
        var ningyang = new DivisionCode("110101");
        var before = statistics.series(LocalDate.of(2026, 2, 24), LocalDate.of(2026, 2, 24), null);

        var outcome = imports.take(
                "旧系统",
                List.of(
                        past(1, filed),
                        past(2, item, LIXIA, JINAN, "甲", filed),
                        past(3, COMPANY_ESTABLISHMENT, ningyang, JINAN, "甲", filed),
                        past(4, COMPANY_ESTABLISHMENT, ningyang, new DivisionCode("110000"), "甲", filed),
                        past(5, COMPANY_ESTABLISHMENT, LIXIA, JINAN, " ", filed),
                        past(6, new PastDeed.Accepted(at("2026-02-24T09:00"), "老李")),
                        past(7, filed, new PastDeed.Accepted(at("2026-02-24T08:00"), "老李")),
                        past(8, filed, new PastDeed.Accepted(at("2026-03-02T10:01"), "老李")),
                        past(9, filed, granted("2026-02-24T10:00", "taxation"))),
                BY);

        assertThat(outcome).isInstanceOf(CaseImport.Outcome.Refused.class);
        assertThat(((CaseImport.Outcome.Refused) outcome).faults())
                .extracting(fault -> fault.line() + " " + fault.textKey())
                .containsExactly(
                        "2 casework.import.item",
                        "3 casework.import.division",
                        "4 casework.import.department",
                        "5 casework.import.applicant",
                        "6 casework.import.no-filing",
                        "7 casework.import.times",
                        "8 casework.import.future",
                        "9 casework.import.impossible");
        assertThat(statistics.series(LocalDate.of(2026, 2, 24), LocalDate.of(2026, 2, 24), null))
                .isEqualTo(before);
    }

    @Test
    void an_import_stands_in_the_audit_log() {
        imports.take("更旧的系统", List.of(past(1, new PastDeed.Filed(at("2026-02-23T09:00")))), BY);

        assertThat(proofs.search(
                        new AuditQuery(null, null, null, "casework.import_cases", "case_import", "更旧的系统", null, 1)))
                .first()
                .satisfies(entry -> assertThat(entry.action().detail())
                        .containsEntry("cases", "1")
                        .containsEntry("running", "1"));
    }
}
