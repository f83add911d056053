package org.zhengtong.service.casework.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.service.casework.CaseAccepted;
import org.zhengtong.service.casework.CaseClosed;
import org.zhengtong.service.casework.CaseDecided;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReopened;
import org.zhengtong.service.casework.CaseResumed;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSuspended;
import org.zhengtong.service.casework.CommitmentChecked;
import org.zhengtong.service.casework.ExtensionRefused;
import org.zhengtong.service.casework.LimitExtended;
import org.zhengtong.service.casework.MaterialsDeferred;
import org.zhengtong.service.casework.OpinionGiven;
import org.zhengtong.service.casework.SignaturesSettled;
import org.zhengtong.service.casework.SpecialProcedureEnded;
import org.zhengtong.service.casework.SpecialProcedureStarted;
import org.zhengtong.service.casework.StepReturned;
import org.zhengtong.service.casework.SupplementRequested;
import org.zhengtong.service.casework.VisitAnnounced;

/** Tells applicants how their cases move on; stored with the action itself, so that neither is there without the other. */
@Component
class ApplicantNews {

    private final Notices notices;

    ApplicantNews(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(CaseAccepted accepted) {
        tell(accepted.applicant(), accepted.number(), "casework.news.accepted", accepted.on());
    }

    @EventListener
    void on(SupplementRequested requested) {
        tell(requested.applicant(), requested.number(), "casework.news.supplement", requested.items());
    }

    @EventListener
    void on(MaterialsDeferred deferred) {
        tell(deferred.applicant(), deferred.number(), "casework.news.deferred", deferred.materials(), deferred.dueOn());
    }

    @EventListener
    void on(CommitmentChecked checked) {
        tell(checked.applicant(), checked.number(), "casework.news.commitment." + (checked.kept() ? "KEPT" : "BROKEN"));
    }

    @EventListener
    void on(CaseDecided decided) {
        if (decided.granted()) {
            tell(decided.applicant(), decided.number(), "casework.news.granted");
        }
    }

    @EventListener
    void on(CaseClosed closed) {
        if (closed.state() != CaseState.WITHDRAWN) {
            tell(closed.applicant(), closed.number(), "casework.news." + closed.state());
        }
    }

    @EventListener
    void on(SpecialProcedureStarted started) {
        tell(
                started.applicant(),
                started.number(),
                "casework.news.special-procedure." + started.kind(),
                started.expectedOn());
    }

    @EventListener
    void on(SpecialProcedureEnded ended) {
        tell(ended.applicant(), ended.number(), "casework.news.special-procedure-ended." + ended.kind());
    }

    @EventListener
    void on(CaseSuspended suspended) {
        var resumeOn = suspended.resumeOn();
        if (resumeOn == null) {
            tell(suspended.applicant(), suspended.number(), "casework.news.suspended", suspended.title());
        } else {
            tell(
                    suspended.applicant(),
                    suspended.number(),
                    "casework.news.suspended-until",
                    suspended.title(),
                    resumeOn);
        }
    }

    @EventListener
    void on(CaseReopened reopened) {
        tell(reopened.applicant(), reopened.number(), "casework.news.reopened", reopened.document());
    }

    @EventListener
    void on(VisitAnnounced visit) {
        tell(
                visit.applicant(),
                visit.number(),
                "casework.news.visit." + visit.what(),
                visit.heldOn(),
                visit.startsAt(),
                visit.place(),
                visit.reason());
    }

    @EventListener
    void on(CaseResumed resumed) {
        tell(resumed.applicant(), resumed.number(), "casework.news.resumed");
    }

    @EventListener
    void on(LimitExtended extended) {
        tell(
                extended.applicant(),
                extended.number(),
                "casework.news.extended." + extended.by().unit(),
                extended.by().amount(),
                extended.reason());
    }

    /** Whoever asked for more time is no applicant: his link leads to the staff's page. */
    @EventListener
    void on(ExtensionRefused refused) {
        notices.send(Notice.to(refused.askedBy(), "casework.news.extension-refused", refused.number(), refused.reason())
                .linking("/staff/cases/" + refused.number()));
    }

    @EventListener
    void on(SignaturesSettled settled) {
        notices.send(Notice.to(
                        settled.askedBy(),
                        "casework.news.signed." + (settled.met() ? "MET" : "FAILED"),
                        settled.number(),
                        settled.title())
                .linking("/staff/cases/" + settled.number()));
    }

    @EventListener
    void on(StepReturned returned) {
        notices.send(Notice.to(
                        returned.doneBy(),
                        "casework.news.step-returned",
                        returned.number(),
                        returned.from(),
                        returned.title())
                .linking("/staff/cases/" + returned.number()));
    }

    @EventListener
    void on(OpinionGiven given) {
        notices.send(Notice.to(
                        given.askedBy(),
                        "casework.news.opinion-given." + given.stance(),
                        given.number(),
                        given.department())
                .linking("/staff/cases/" + given.number()));
    }

    private void tell(@Nullable AccountId applicant, CaseNumber number, String template, Object... facts) {
        if (applicant != null) {
            var args = new Object[facts.length + 1];
            args[0] = number;
            System.arraycopy(facts, 0, args, 1, facts.length);
            notices.send(Notice.to(applicant, template, args).linking("/cases/" + number));
        }
    }
}
