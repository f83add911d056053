package org.zhengtong.data.catalog.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDraft;

/** Tells those who must act next. */
@Component
class CatalogNews {
    private final Notices notices;
    private final AccessReasons access;

    CatalogNews(Notices notices, AccessReasons access) {
        this.notices = notices;
        this.access = access;
    }

    void filed(CatalogDraft draft, String dueOn) {
        toReviewers(
                draft,
                "catalog.news.filed",
                draft.metadata().name(),
                draft.metadata().provider().name(),
                dueOn);
    }

    void dueSoon(CatalogDraft draft, String dueOn) {
        notices.sendAll(holders(Catalog.REVIEW_RESOURCE, draft.department()).stream()
                .map(account -> Notice.to(
                                account, "catalog.news.due", draft.metadata().name(), dueOn)
                        .linking("/staff/catalog/reviews/" + draft.id())
                        .once("catalog.due." + draft.id() + "." + dueOn))
                .toList());
    }

    private void toReviewers(CatalogDraft draft, String template, Object... args) {
        notices.sendAll(holders(Catalog.REVIEW_RESOURCE, draft.department()).stream()
                .map(account -> Notice.to(account, template, args).linking("/staff/catalog/reviews/" + draft.id()))
                .toList());
    }

    /** To who filed it: what became of it. */
    void answered(CatalogDraft draft, String template, String link, Object... args) {
        var filed = draft.filed();
        if (filed != null) {
            notices.send(Notice.to(filed.account(), template, args).linking(link));
        }
    }

    private List<AccountId> holders(String permission, DepartmentId department) {
        return access.holders(permission).stream()
                .filter(held -> held.scope().covers(department))
                .map(HeldRole::account)
                .distinct()
                .toList();
    }
}
