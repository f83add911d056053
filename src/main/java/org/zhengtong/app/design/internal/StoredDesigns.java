package org.zhengtong.app.design.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.app.design.DesignId;
import org.zhengtong.app.design.DesignProblem;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.internal.DraftStore.Saving;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;

/** Drafts in the database; each act is recorded. */
@Service
class StoredDesigns implements ItemDesigns {

    private final DraftStore store;
    private final DraftSearch search;
    private final Beginning beginning;
    private final Publishing publishing;
    private final Permissions permissions;
    private final DesignBook book;
    private final Clock clock;

    StoredDesigns(
            DraftStore store,
            DraftSearch search,
            Beginning beginning,
            Publishing publishing,
            Permissions permissions,
            DesignBook book,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.beginning = beginning;
        this.publishing = publishing;
        this.permissions = permissions;
        this.book = book;
        this.clock = clock;
    }

    @Override
    @Transactional
    public DesignId begin(String name, DepartmentId department, CurrentUser by) {
        permissions.require(by, EDIT_DRAFT, department);
        var id = store.insert(name, department, beginning.content(department), null, saving(by));
        var draft = store.lock(id).orElseThrow();
        var proposed = beginning.withProposedCode(draft);
        store.save(proposed, proposed.content(), saving(by));
        book.record(by, "design.begin", proposed);
        return id;
    }

    private Saving saving(CurrentUser by) {
        return new Saving(by, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public ItemDesign require(DesignId id, CurrentUser by) {
        return visible(store.find(id), id, by);
    }

    private ItemDesign visible(Optional<ItemDesign> found, DesignId id, CurrentUser by) {
        return found.filter(draft -> permissions.may(by, EDIT_DRAFT, draft.department())
                        || permissions.may(by, REVIEW_DRAFT, draft.department()))
                .orElseThrow(() -> new ProblemException(DesignProblem.DRAFT_NOT_FOUND, id.value()));
    }

    private ItemDesign lock(DesignId id, String permission, CurrentUser by) {
        var draft = visible(store.lock(id), id, by);
        permissions.require(by, permission, draft.department());
        return draft;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ItemDesign> search(Wish wish, CurrentUser by) {
        var scope = permissions.scopeOf(by, EDIT_DRAFT).or(permissions.scopeOf(by, REVIEW_DRAFT));
        return search.find(wish, by.id().value(), scope);
    }

    @Override
    @Transactional
    public SaveOutcome save(ItemDesign seen, ItemContent content, CurrentUser by) {
        var current = lock(seen.id(), EDIT_DRAFT, by);
        permissions.require(by, EDIT_DRAFT, seen.department());
        if (current.version() != seen.version()) {
            return SaveOutcome.OVERTAKEN;
        }
        require(current.state().open());
        if (store.codeTaken(seen.code(), seen.id())) {
            return SaveOutcome.CODE_TAKEN;
        }
        store.save(seen, content, saving(by));
        return SaveOutcome.SAVED;
    }

    private static void require(boolean rightState) {
        if (!rightState) {
            throw new ProblemException(DesignProblem.WRONG_STATE);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> findings(ItemDesign draft) {
        return publishing.findings(draft);
    }

    @Override
    @Transactional
    public boolean handIn(ItemDesign seen, CurrentUser by) {
        var draft = lock(seen.id(), EDIT_DRAFT, by);
        require(draft.state().open() && draft.version() == seen.version());
        if (!publishing.findings(draft).isEmpty()) {
            return false;
        }
        store.handIn(draft.id(), saving(by));
        book.handedIn(by, draft);
        return true;
    }

    @Override
    @Transactional
    public void takeBack(DesignId id, CurrentUser by) {
        var draft = lock(id, EDIT_DRAFT, by);
        require(draft.state() == DesignState.IN_REVIEW);
        store.takeBack(id, clock.instant());
        book.record(by, "design.take_back", draft);
    }

    @Override
    @Transactional
    public void sendBack(ItemDesign seen, String reason, CurrentUser by) {
        var draft = lock(seen.id(), REVIEW_DRAFT, by);
        require(draft.state() == DesignState.IN_REVIEW && draft.version() == seen.version());
        store.review(draft.id(), DesignState.SENT_BACK, reason, null, saving(by));
        book.sentBack(by, draft, reason);
    }

    @Override
    @Transactional
    public PublishOutcome publish(ItemDesign seen, CurrentUser by) {
        var draft = visible(store.lock(seen.id()), seen.id(), by);
        if (by.id().equals(draft.handedInBy())
                || by.id().equals(draft.createdBy().account())) {
            throw new ProblemException(DesignProblem.OWN_DRAFT);
        }
        permissions.require(by, REVIEW_DRAFT, draft.department());
        if (draft.state() != DesignState.IN_REVIEW || draft.version() != seen.version()) {
            return new PublishOutcome.Overtaken();
        }
        var findings = publishing.findings(draft);
        if (!findings.isEmpty()) {
            return new PublishOutcome.Refused(findings);
        }
        var version = publishing.publish(draft, by);
        store.review(draft.id(), DesignState.PUBLISHED, null, version, saving(by));
        book.published(by, draft, version);
        return new PublishOutcome.Published(version);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ItemDesign> published(ItemDesign draft) {
        return store.published(draft.code()).filter(other -> !other.id().equals(draft.id()));
    }

    @Override
    @Transactional
    public DesignId revise(DesignId published, CurrentUser by) {
        var draft = lock(published, EDIT_DRAFT, by);
        require(draft.state() == DesignState.PUBLISHED);
        var latest = store.published(draft.code()).orElse(draft);
        return store.following(draft.code()).orElseGet(() -> copy(latest, by));
    }

    private DesignId copy(ItemDesign latest, CurrentUser by) {
        var content = publishing.asPublished(latest);
        var id = store.insert(latest.name(), latest.department(), content, latest.id(), saving(by));
        var copy = store.lock(id).orElseThrow().named(latest.name(), latest.code(), latest.department());
        store.save(copy, content, saving(by));
        book.record(by, "design.begin", copy);
        return id;
    }

    @Override
    @Transactional
    public void retire(DesignId id, String reason, CurrentUser by) {
        var draft = lock(id, REVIEW_DRAFT, by);
        require(draft.state() == DesignState.PUBLISHED
                && store.published(draft.code()).filter(draft::equals).isPresent());
        publishing.retire(draft);
        store.review(draft.id(), DesignState.RETIRED, reason, null, saving(by));
        store.retireOthers(draft.code(), clock.instant());
        book.record(by, "design.retire", draft, reason);
    }

    @Override
    @Transactional
    public void remove(DesignId id, CurrentUser by) {
        var draft = lock(id, EDIT_DRAFT, by);
        require(draft.state().open());
        store.remove(id);
        book.record(by, "design.remove", draft);
    }

    @Override
    @Transactional
    public void restore(DesignId id, CurrentUser by) {
        var draft = visible(store.lockRemoved(id), id, by);
        permissions.require(by, EDIT_DRAFT, draft.department());
        require(!store.codeTaken(draft.code(), id));
        store.takeBack(id, clock.instant());
        book.record(by, "design.restore", draft);
    }
}
