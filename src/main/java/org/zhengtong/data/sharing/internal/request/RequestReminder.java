package org.zhengtong.data.sharing.internal.request;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.data.sharing.SharingRequest.State;

/** Reminds the provider, or the superior, once when the last day of an answer has come. */
@Component
class RequestReminder implements RecurringJob {

    private final RequestSearch search;
    private final RequestNews news;
    private final RequestRecord record;

    RequestReminder(RequestSearch search, RequestNews news, RequestRecord record) {
        this.search = search;
        this.news = news;
        this.record = record;
    }

    @Override
    public String name() {
        return "sharing.remind";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofHours(1));
    }

    @Override
    public JobNote run() {
        var due = search.dueBy(record.today());
        due.forEach(request -> {
            if (request.state() == State.DISPUTED) {
                news.toSuperior("sharing.notice.due", request);
            } else {
                news.toProvider("sharing.notice.due", request);
            }
        });
        return JobNote.of("sharing.remind.done", due.size());
    }
}
