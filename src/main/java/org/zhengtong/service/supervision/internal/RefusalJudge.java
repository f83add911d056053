package org.zhengtong.service.supervision.internal;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.AcceptanceRefused;

/** Judges refusals by their reasons after each of them, without waiting for the next round. */
@Component
class RefusalJudge {

    private final Judge judge;
    private final Reminder reminder;

    RefusalJudge(Judge judge, Reminder reminder) {
        this.judge = judge;
        this.reminder = reminder;
    }

    @ApplicationModuleListener
    void on(AcceptanceRefused refused) {
        judge.judgeDeeds(reminder.today());
    }
}
