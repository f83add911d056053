package org.zhengtong.data.catalog.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;

@Service
class StoredDesk implements CatalogDesk {
    private final DraftStore drafts;
    private final DraftSearch search;
    private final Rules rules;
    private final Permissions permissions;

    StoredDesk(DraftStore drafts, DraftSearch search, Rules rules, Permissions permissions) {
        this.drafts = drafts;
        this.search = search;
        this.rules = rules;
        this.permissions = permissions;
    }

    @Override
    public CatalogDraft require(long draft, CurrentUser by) {
        var found = drafts.find(draft).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
        if (!permissions.may(by, Catalog.REVIEW_RESOURCE, found.department())) {
            permissions.require(by, Catalog.COMPILE_RESOURCE, found.department());
        }
        return found;
    }

    @Override
    public Page mine(Query query, CurrentUser by) {
        permissions.require(by, Catalog.COMPILE_RESOURCE);
        return search.mine(query, permissions.scopeOf(by, Catalog.COMPILE_RESOURCE));
    }

    @Override
    public Page toReview(Query query, CurrentUser by) {
        permissions.require(by, Catalog.REVIEW_RESOURCE);
        return search.toReview(query, permissions.scopeOf(by, Catalog.REVIEW_RESOURCE));
    }

    @Override
    public long countToReview(CurrentUser by) {
        return search.countToReview(permissions.scopeOf(by, Catalog.REVIEW_RESOURCE));
    }

    @Override
    public List<RuleFinding> check(long draft, ResourceMetadata metadata) {
        return rules.check(draft, metadata);
    }
}
