package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.casework.TaskId;
import tools.jackson.databind.node.ObjectNode;

/** The front door of actions: draws the transaction around each. Filing draws its own, after its checks. */
@Service
class CaseDesk implements Cases {

    private final Filing filing;
    private final Intake intake;
    private final Supplements supplements;
    private final Decisions decisions;
    private final Holding holding;
    private final Endings endings;

    CaseDesk(
            Filing filing,
            Intake intake,
            Supplements supplements,
            Decisions decisions,
            Holding holding,
            Endings endings) {
        this.filing = filing;
        this.intake = intake;
        this.supplements = supplements;
        this.decisions = decisions;
        this.holding = holding;
        this.endings = endings;
    }

    @Override
    public FilingOutcome file(DraftId draft, CurrentUser by) {
        return filing.file(draft, by);
    }

    @Override
    @Transactional
    public CaseOutcome accept(CaseNumber number, @Nullable LocalDate on, CurrentUser by) {
        return intake.accept(number, on, by);
    }

    @Override
    @Transactional
    public CaseOutcome refuseAcceptance(CaseNumber number, String reason, String remedies, CurrentUser by) {
        return intake.refuse(number, reason, remedies, by);
    }

    @Override
    @Transactional
    public CaseOutcome requestSupplement(CaseNumber number, List<SupplementItem> items, CurrentUser by) {
        return intake.requestSupplement(number, items, by);
    }

    @Override
    @Transactional
    public SupplementOutcome supplement(CaseNumber number, ObjectNode answers, CurrentUser by) {
        return supplements.supplement(number, answers, by);
    }

    @Override
    @Transactional
    public CaseOutcome claim(TaskId task, CurrentUser by) {
        return holding.claim(task, by);
    }

    @Override
    @Transactional
    public CaseOutcome release(TaskId task, CurrentUser by) {
        return holding.release(task, by);
    }

    @Override
    @Transactional
    public CaseOutcome transfer(TaskId task, AccountId colleague, String reason, CurrentUser by) {
        return holding.transfer(task, colleague, reason, by);
    }

    @Override
    @Transactional
    public CaseOutcome decide(TaskId task, Decision decision, CurrentUser by) {
        return decisions.decide(task, decision, "", by);
    }

    @Override
    @Transactional
    public CaseOutcome decide(TaskId task, Decision decision, String against, CurrentUser by) {
        return decisions.decide(task, decision, against, by);
    }

    @Override
    @Transactional
    public CaseOutcome recall(TaskId task, CurrentUser by) {
        return decisions.recall(task, by);
    }

    @Override
    @Transactional
    public CaseOutcome withdraw(CaseNumber number, String reason, CurrentUser by) {
        return endings.withdraw(number, reason, by);
    }

    @Override
    @Transactional
    public CaseOutcome deliver(CaseNumber number, Delivery delivery) {
        return endings.deliver(number, delivery);
    }

    @Override
    public boolean deliveryHeldBack(CaseNumber number) {
        return endings.heldBack(number);
    }

    @Override
    @Transactional
    public void resumeDelivery(CaseNumber number) {
        endings.resumeDelivery(number);
    }
}
