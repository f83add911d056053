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
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.SupplementRequested;

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

    private void tell(@Nullable AccountId applicant, CaseNumber number, String template, Object... facts) {
        if (applicant != null) {
            var args = new Object[facts.length + 1];
            args[0] = number;
            System.arraycopy(facts, 0, args, 1, facts.length);
            notices.send(Notice.to(applicant, template, args).linking("/cases/" + number));
        }
    }
}
