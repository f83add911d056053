package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseConsultations.Answer;
import org.zhengtong.service.casework.CaseConsultations.Countersign;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Opinion.Stance;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** 会签: a step waits until enough of those asked have signed; on a real database. */
@PlatformTest
class CaseCountersignsTest {

    private static final String MATTER = "拟准予登记，住所跨区，请会签";
    private static final String WORDS = "住所材料不一致，应当先核实";
    private static final DepartmentId TAXATION = new DepartmentId("370100.taxation");
    private static final DepartmentId INSURANCE = new DepartmentId("370100.human-resources");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final Decision GRANTED = new Decision.Granted("材料齐全");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseConsultations consultations;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseReading reading;

    @Autowired
    CaseCopies copies;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    CaseworkFixtures fixtures;
    CaseNumber number;
    TaskId own;

    @BeforeEach
    void monday_morning() {
        clock.set(SettableClock.MONDAY_TEN);
        fixtures = CaseworkFixtures.of(platform);
        number = fixtures.accepted();
        own = view().lanes().stream()
                .filter(lane -> lane.step().equals("market-regulation"))
                .findFirst()
                .map(CaseView.Lane::task)
                .orElseThrow();
    }

    private CurrentUser liu() {
        return fixtures.liuSiyuanOfMarketRegulation();
    }

    private CurrentUser gao() {
        return fixtures.gaoXiangOfMarketRegulation();
    }

    private CaseView view() {
        return reading.open(number, liu());
    }

    private CaseOutcome ask(@Nullable Integer needed, List<DepartmentId> departments, AccountId... colleagues) {
        return consultations.countersign(
                own, new Countersign(departments, List.of(colleagues), needed, MATTER, TUESDAY), liu());
    }

    private void asked(@Nullable Integer needed) {
        assertThat(ask(needed, List.of(TAXATION, INSURANCE), gao().id())).isInstanceOf(CaseOutcome.Done.class);
    }

    private TaskId task(CurrentUser signer) {
        return view().opinions().stream()
                .filter(one -> one.signing() != null)
                .map(one -> new TaskId(number, one.task()))
                .filter(task -> mine(task, signer))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private boolean mine(TaskId task, CurrentUser signer) {
        try {
            var holder = inbox.require(task, signer).holderName();
            return holder == null || holder.equals(signer.name());
        } catch (ProblemException notHis) {
            return false;
        }
    }

    private CaseOutcome sign(CurrentUser signer, Stance stance, String words) {
        return consultations.answer(task(signer), new Answer(stance, words), signer);
    }

    private void agree(CurrentUser signer) {
        assertThat(sign(signer, Stance.AGREE, "")).isInstanceOf(CaseOutcome.Done.class);
    }

    private void disagree(CurrentUser signer) {
        assertThat(sign(signer, Stance.DISAGREE, WORDS)).isInstanceOf(CaseOutcome.Done.class);
    }

    private CaseOutcome decide(Decision decision) {
        return cases.decide(own, decision, liu());
    }

    @Test
    void a_step_waits_for_all_and_is_decided_when_they_have_signed() {
        var before = view();
        asked(null);

        assertThat(view().lanes()).isEqualTo(before.lanes());
        assertThat(view().clocks()).isEqualTo(before.clocks());
        assertThat(inbox.require(task(gao()), gao()).kind()).isEqualTo(Block.StepKind.SIGN);
        assertThat(inbox.require(task(gao()), gao()).holderName()).isEqualTo("高翔");
        agree(fixtures.liWenOfTaxation());
        assertThat(decide(GRANTED)).isEqualTo(new CaseOutcome.SignaturesMissing("济南市人力资源社会保障局、高翔"));
        agree(fixtures.chenLiOfHumanResources());
        agree(gao());
        assertThat(decide(GRANTED)).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void one_of_any_is_enough_and_the_others_need_not_sign_any_more() {
        asked(1);
        agree(gao());

        var late = consultations.answer(
                task(fixtures.liWenOfTaxation()), new Answer(Stance.AGREE, ""), fixtures.liWenOfTaxation());
        assertThat(late).isInstanceOf(CaseOutcome.QuestionEnded.class);
        assertThat(decide(GRANTED)).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void when_two_of_three_cannot_be_had_any_more_granting_needs_a_reason_that_the_applicant_does_not_read() {
        asked(2);
        disagree(fixtures.liWenOfTaxation());
        assertThat(decide(GRANTED)).isInstanceOf(CaseOutcome.SignaturesMissing.class);
        disagree(gao());

        assertThat(view().timeline()).extracting(CaseView.Happening::kind).contains(EventKind.SIGN_FAILED);
        assertThat(decide(GRANTED)).isEqualTo(new CaseOutcome.SignaturesRefused(0, 10));
        assertThat(cases.decide(own, GRANTED, "实地核查后材料一致，予以采信", liu())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(view().timeline().toString()).contains("实地核查后");
        assertThat(reading.requireDocument(number, DocumentKind.COUNTERSIGN_SHEET, liu())
                        .size())
                .isGreaterThan(1_000);
        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.toString()).doesNotContain("实地核查后", WORDS, MATTER, "COUNTERSIGN_SHEET");
        assertThat(copies.copy(number).toString()).doesNotContain("实地核查后", WORDS, MATTER, "COUNTERSIGN_SHEET", ":sign");
        assertThatThrownBy(() -> reading.requireDocument(number, DocumentKind.COUNTERSIGN_SHEET, fixtures.wangHaiyan()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void denying_after_a_failed_countersign_needs_the_reasons_of_every_denial_and_no_more() {
        asked(null);
        disagree(gao());

        assertThat(decide(new Decision.Denied("不符", "不符合法定条件，理由另附书面说明", "可以申请行政复议或者提起行政诉讼")))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void a_countersign_is_taken_back_once_and_by_its_own_side() {
        asked(null);
        assertThatThrownBy(() -> consultations.takeBackCountersign(number, 1, fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> consultations.takeBackCountersign(number, 7, liu()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> consultations.takeBack(number, 1, liu())).isInstanceOf(ProblemException.class);

        assertThat(consultations.takeBackCountersign(number, 1, liu())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(consultations.takeBackCountersign(number, 1, liu())).isEqualTo(new CaseOutcome.QuestionEnded());
        assertThat(inbox.require(task(gao()), gao()).state()).isEqualTo(TaskState.CANCELED);
        assertThat(decide(GRANTED)).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void whoever_signs_says_yes_or_no_and_is_not_the_one_who_asked() {
        assertThat(ask(null, List.of())).isEqualTo(new CaseOutcome.NobodyAsked());
        assertThat(ask(null, List.of(), liu().id())).isEqualTo(new CaseOutcome.OwnRequest());
        assertThat(ask(3, List.of(TAXATION))).isEqualTo(new CaseOutcome.ImpossibleCount(1));
        assertThat(ask(0, List.of(TAXATION))).isEqualTo(new CaseOutcome.ImpossibleCount(1));
        assertThat(ask(null, List.of(new DepartmentId("370200.taxation")))).isInstanceOf(CaseOutcome.NotAskable.class);
        assertThatThrownBy(() -> ask(null, List.of(), fixtures.liWenOfTaxation().id()))
                .isInstanceOf(ProblemException.class);
        asked(null);

        assertThat(sign(gao(), Stance.CONDITIONS, WORDS)).isEqualTo(new CaseOutcome.YesOrNo());
        assertThat(sign(gao(), Stance.DISAGREE, "不行")).isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        var named = task(gao());
        assertThat(consultations.answer(named, new Answer(Stance.AGREE, ""), liu()))
                .isEqualTo(new CaseOutcome.HeldBy("高翔"));
        cases.release(named, gao());
        assertThat(consultations.answer(named, new Answer(Stance.AGREE, ""), liu()))
                .isEqualTo(new CaseOutcome.OwnRequest());
        agree(gao());
        assertThat(consultations.answer(named, new Answer(Stance.AGREE, ""), gao()))
                .isEqualTo(new CaseOutcome.AlreadyDone("高翔", clock.instant(), EventKind.SIGNED));
        assertThat(cases.decide(named, GRANTED, gao())).isInstanceOf(CaseOutcome.AlreadyDone.class);
    }

    @Test
    void what_is_to_be_signed_ends_with_the_step_for_which_it_was_asked() {
        asked(null);
        assertThat(steps.sendBack(own, new CaseSteps.SendBack("intake", WORDS), liu()))
                .isInstanceOf(CaseOutcome.Done.class);

        assertThat(view().opinions()).extracting(Opinion::state).containsOnly(Opinion.State.LAPSED);
        assertThat(sign(gao(), Stance.AGREE, "")).isEqualTo(new CaseOutcome.QuestionEnded());
        cases.withdraw(number, "不办了", fixtures.wangHaiyan());
        assertThat(sign(gao(), Stance.AGREE, "")).isEqualTo(new CaseOutcome.QuestionEnded());
    }
}
