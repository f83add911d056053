package org.zhengtong.app.design.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.HeldRole;

/** Records what is done to drafts, and tells those who wait for it. */
@Component
class DesignBook {

    private final AuditLog audit;
    private final Notices notices;
    private final AccessReasons reasons;
    private final Clock clock;

    DesignBook(AuditLog audit, Notices notices, AccessReasons reasons, Clock clock) {
        this.audit = audit;
        this.notices = notices;
        this.reasons = reasons;
        this.clock = clock;
    }

    void record(CurrentUser by, String event, ItemDesign draft) {
        audit.record(action(by, event, draft));
    }

    void record(CurrentUser by, String event, ItemDesign draft, String reason) {
        audit.record(action(by, event, draft).because(reason));
    }

    private static AuditAction action(CurrentUser by, String event, ItemDesign draft) {
        return AuditAction.of(
                        by.actor(), event, "draft", String.valueOf(draft.id().value()))
                .with("name", draft.name())
                .with("item", draft.code());
    }

    void handedIn(CurrentUser by, ItemDesign draft) {
        record(by, "design.hand_in", draft);
        var now = clock.instant();
        reasons.holders(ItemDesigns.REVIEW_DRAFT).stream()
                .filter(held -> held.inForce(now) && held.scope().covers(draft.department()))
                .map(HeldRole::account)
                .distinct()
                .filter(account -> !account.equals(by.id()))
                .forEach(account -> notices.send(Notice.to(account, "design.news.handed-in", draft.name())
                        .linking("/staff/design/" + draft.id().value() + "/review")));
    }

    void sentBack(CurrentUser by, ItemDesign draft, String reason) {
        record(by, "design.send_back", draft, reason);
        tellAuthor(draft, "design.news.sent-back", reason);
    }

    void published(CurrentUser by, ItemDesign draft, int version) {
        audit.record(action(by, "design.publish", draft).with("version", version));
        tellAuthor(draft, "design.news.published", version);
    }

    private void tellAuthor(ItemDesign draft, String template, Object more) {
        notices.send(Notice.to(draft.createdBy().account(), template, draft.name(), more)
                .linking("/staff/design/" + draft.id().value()));
    }
}
