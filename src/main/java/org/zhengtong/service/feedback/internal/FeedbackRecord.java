package org.zhengtong.service.feedback.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;

/** What each action leaves behind: an entry in the log and messages to those concerned. */
@Component
class FeedbackRecord {

    private final AuditLog audit;
    private final Notices notices;

    FeedbackRecord(AuditLog audit, Notices notices) {
        this.audit = audit;
        this.notices = notices;
    }

    void write(AuditAction action) {
        audit.record(action);
    }

    void tell(List<Notice> news) {
        notices.sendAll(news);
    }
}
