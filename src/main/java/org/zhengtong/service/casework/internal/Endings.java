package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseClosed;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseMoved;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.DeliveryCondition;
import org.zhengtong.service.casework.LicenseAwaited;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** How a case ends: delivered, or taken back by the applicant. */
@Component
class Endings {

    private final CaseActions actions;
    private final MovedLimits limits;
    private final Questions questions;
    private final Rights rights;
    private final List<DeliveryCondition> conditions;
    private final CaseReading reading;
    private final ApplicationEventPublisher events;

    Endings(
            CaseActions actions,
            MovedLimits limits,
            Questions questions,
            Rights rights,
            List<DeliveryCondition> conditions,
            CaseReading reading,
            ApplicationEventPublisher events) {
        this.conditions = conditions;
        this.reading = reading;
        this.events = events;
        this.actions = actions;
        this.limits = limits;
        this.questions = questions;
        this.rights = rights;
    }

    CaseOutcome withdraw(CaseNumber number, String reason, CurrentUser user) {
        var by = Doer.of(user);
        return actions.actAnywhere(number, loaded -> {
            rights.requireApplicantOrWindow(user, loaded);
            if (!loaded.file().state().mayWithdraw()) {
                return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
            }
            return loaded.file().handledAt() == null
                    ? withdraw(loaded, actions.change(loaded, by), reason)
                    : sendWithdrawal(loaded, actions.change(loaded, by), reason);
        });
    }

    /** The node that handles the case answers; until then the case stands as it stood. */
    private static Plan sendWithdrawal(LoadedCase loaded, CaseChange change, String reason) {
        change.move = CaseMoved.Move.WITHDRAWAL_SENT;
        change.words = reason.strip();
        change.tell(EventKind.WITHDRAWAL_SENT, Map.of("reason", reason.strip()));
        return new Plan.Change(
                change,
                CaseActions.record(change.by, "casework.send_withdrawal", loaded)
                        .because(reason));
    }

    /** The applicant took his application back at another node; when it was decided meanwhile, the history says so. */
    CaseOutcome withdrawnThere(CaseNumber number, Doer by, String reason) {
        return actions.act(number, by, loaded -> {
            var change = actions.change(loaded, by);
            if (loaded.file().state().mayWithdraw()) {
                return withdraw(loaded, change, reason);
            }
            change.tell(EventKind.WITHDRAWAL_TOO_LATE, Map.of());
            return new Plan.Change(
                    change,
                    CaseActions.record(by, "casework.withdraw_too_late", loaded).because(reason));
        });
    }

    private Plan withdraw(LoadedCase loaded, CaseChange change, String reason) {
        change.state = CaseState.WITHDRAWN;
        change.closedAt = change.at;
        for (var task : loaded.openTasks()) {
            change.changed.add(task.in(TaskState.CANCELED, task.dueOn()));
            if (task.serial() != loaded.intake().serial()) {
                change.endClock(task.step(), true);
            }
        }
        change.endMainClock(true);
        limits.follow(loaded, change);
        questions.follow(loaded, change);
        VisitChange.follow(loaded, change);
        change.tell(EventKind.WITHDRAWN, Map.of("reason", reason.strip()));
        change.news.add(closed(loaded, change));
        return new Plan.Change(
                change,
                CaseActions.record(change.by, "casework.withdraw", loaded).because(reason));
    }

    CaseOutcome deliver(CaseNumber number, Cases.Delivery delivery) {
        var user = delivery.by();
        var by = user == null ? Doer.PLATFORM : Doer.of(user);
        return actions.act(number, by, loaded -> {
            if (user != null) {
                rights.requireTask(user, loaded.intake());
            }
            var file = loaded.file();
            if (file.state() == CaseState.DELIVERED && file.closedAt() != null) {
                return new Plan.Refuse(new CaseOutcome.Done(number, CaseState.DELIVERED, file.closedAt()));
            }
            if (file.state() != CaseState.GRANTED) {
                return new Plan.Refuse(new CaseOutcome.NotPossible(file.state()));
            }
            if (heldBack(number)) {
                return new Plan.Refuse(new CaseOutcome.DeliveryHeldBack(number));
            }
            var change = actions.change(loaded, by);
            change.state = CaseState.DELIVERED;
            change.closedAt = change.at;
            change.resultIdentifier = delivery.resultIdentifier();
            change.tell(
                    EventKind.DELIVERED,
                    Map.of("result", delivery.resultIdentifier() == null ? "" : delivery.resultIdentifier()));
            change.news.add(closed(loaded, change));
            return new Plan.Change(
                    change,
                    CaseActions.record(by, "casework.deliver", loaded)
                            .with("result", delivery.resultIdentifier())
                            .with("channel", delivery.channel()));
        });
    }

    boolean heldBack(CaseNumber number) {
        return conditions.stream().anyMatch(condition -> condition.holdsBack(number));
    }

    void resumeDelivery(CaseNumber number) {
        var file = reading.requireFile(number);
        if (file.state() == CaseState.GRANTED && file.handledAt() == null && leadsToLicense(file)) {
            events.publishEvent(new LicenseAwaited(number, file.licenseType()));
        }
    }

    /** The whole case does, or one of the lanes that were granted. */
    private boolean leadsToLicense(CaseFile file) {
        return file.licenseType() != null
                || reading.requireResults(file.number()).stream().anyMatch(result -> result.license() != null);
    }

    private static CaseClosed closed(LoadedCase loaded, CaseChange change) {
        var file = loaded.file();
        return new CaseClosed(file.number(), change.state, file.applicant().account(), change.at);
    }
}
