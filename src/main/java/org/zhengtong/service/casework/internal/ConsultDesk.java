package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.TaskId;

/** The front door of opinions: draws the transaction around each action. */
@Service
class ConsultDesk implements CaseConsultations {

    private final Consultations consultations;
    private final Countersigns countersigns;

    ConsultDesk(Consultations consultations, Countersigns countersigns) {
        this.consultations = consultations;
        this.countersigns = countersigns;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Askable> askable(TaskId task, CurrentUser by) {
        return consultations.askable(task, by);
    }

    @Override
    @Transactional
    public CaseOutcome ask(TaskId task, Ask ask, CurrentUser by) {
        return consultations.ask(task, ask, by);
    }

    @Override
    @Transactional
    public CaseOutcome answer(TaskId task, Answer answer, CurrentUser by) {
        return consultations.answer(task, answer, by);
    }

    @Override
    @Transactional
    public CaseOutcome takeBack(CaseNumber number, int serial, CurrentUser by) {
        return consultations.takeBack(number, serial, by);
    }

    @Override
    @Transactional
    public CaseOutcome countersign(TaskId task, Countersign asked, CurrentUser by) {
        return countersigns.ask(task, asked, by);
    }

    @Override
    @Transactional
    public CaseOutcome takeBackCountersign(CaseNumber number, int group, CurrentUser by) {
        return countersigns.takeBack(number, group, by);
    }
}
