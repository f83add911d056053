package org.zhengtong.data.catalog.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Reminds reviewers once when the last day of a review has come. */
@Component
class ReminderJob implements RecurringJob {
    private final DraftSearch drafts;
    private final CatalogNews news;
    private final Acts acts;

    ReminderJob(DraftSearch drafts, CatalogNews news, Acts acts) {
        this.drafts = drafts;
        this.news = news;
        this.acts = acts;
    }

    @Override
    public String name() {
        return "catalog.remind_reviewers";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofHours(1));
    }

    @Override
    public JobNote run() {
        var due = drafts.dueBy(acts.today());
        due.forEach(draft -> {
            var filed = draft.filed();
            if (filed != null) {
                news.dueSoon(draft, filed.dueOn().toString());
            }
        });
        return JobNote.of("catalog.remind_reviewers.done", due.size());
    }
}
