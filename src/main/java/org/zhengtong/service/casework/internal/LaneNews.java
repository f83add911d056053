package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.service.casework.AnswerReminded;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseResumed;
import org.zhengtong.service.casework.CaseSuspended;
import org.zhengtong.service.casework.VisitAnnounced;

/** Tells those who work on a case what concerns all of them: who has a task in hand, else whoever may decide there. */
@Component
class LaneNews {

    private final Notices notices;
    private final Deciders deciders;

    LaneNews(Notices notices, Deciders deciders) {
        this.notices = notices;
        this.deciders = deciders;
    }

    @EventListener
    void on(CaseSuspended suspended) {
        tell(suspended.lanes(), suspended.number(), "casework.news.lane-suspended", suspended.title());
    }

    @EventListener
    void on(CaseResumed resumed) {
        tell(resumed.lanes(), resumed.number(), "casework.news.lane-resumed");
    }

    @EventListener
    void on(VisitAnnounced visit) {
        for (var account : visit.people()) {
            notices.send(Notice.to(
                            account,
                            "casework.news.visit-staff." + visit.what(),
                            visit.number(),
                            visit.heldOn(),
                            visit.startsAt(),
                            visit.place(),
                            visit.reason())
                    .linking("/staff/cases/" + visit.number() + "/visits"));
        }
    }

    @EventListener
    void on(AnswerReminded reminded) {
        var who = reminded.who();
        var accounts = who == null ? deciders.accountsOf(reminded.department()) : List.of(who);
        for (var account : accounts) {
            notices.send(Notice.to(
                            account,
                            reminded.signing() ? "casework.news.sign-missing" : "casework.news.opinion-missing",
                            reminded.number(),
                            reminded.step(),
                            reminded.dueOn())
                    .linking("/staff/cases/" + reminded.number())
                    .once("casework.reminder/" + reminded.number() + "/" + reminded.serial()));
        }
    }

    private void tell(List<CaseSuspended.Lane> lanes, CaseNumber number, String template, String... more) {
        var told = lanes.stream().flatMap(lane -> of(lane).stream()).collect(Collectors.toSet());
        told.forEach(account -> notices.send((more.length == 0
                        ? Notice.to(account, template, number)
                        : Notice.to(account, template, number, more[0]))
                .linking("/staff/cases/" + number)));
    }

    private List<AccountId> of(CaseSuspended.Lane lane) {
        var holder = lane.holder();
        return holder == null ? deciders.accountsOf(lane.department()) : List.of(holder);
    }
}
