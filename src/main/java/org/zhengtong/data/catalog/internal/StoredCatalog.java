package org.zhengtong.data.catalog.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogEntrySnapshot;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.LifeCycleOutcome;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;

/** The life cycle in front of its stores: who may, in which state, recorded, told. */
@Service
class StoredCatalog implements Catalog {
    private final DraftStore drafts;
    private final ResourceStore resources;
    private final CompilingDesk desk;
    private final Publishing publishing;
    private final ForeignEntries foreign;
    private final Permissions permissions;
    private final Acts acts;

    StoredCatalog(
            DraftStore drafts,
            ResourceStore resources,
            CompilingDesk desk,
            Publishing publishing,
            ForeignEntries foreign,
            Permissions permissions,
            Acts acts) {
        this.drafts = drafts;
        this.resources = resources;
        this.desk = desk;
        this.publishing = publishing;
        this.foreign = foreign;
        this.permissions = permissions;
        this.acts = acts;
    }

    @Override
    public Optional<Resource> find(ResourceCode code) {
        return resources.find("", code);
    }

    @Override
    public Resource require(ResourceCode code) {
        return find(code).orElseThrow(() -> new ProblemException(CatalogProblem.RESOURCE_NOT_FOUND, code.value()));
    }

    @Override
    @Transactional
    public CatalogDraft compile(DepartmentId department, CurrentUser by) {
        permissions.require(by, COMPILE_RESOURCE, department);
        return desk.begin(department, by);
    }

    @Override
    @Transactional
    public CatalogDraft change(ResourceCode code, CurrentUser by) {
        var resource = requireOwned(code, by);
        return drafts.findByCode(code).orElseGet(() -> desk.beginChange(resource, by));
    }

    private Resource requireOwned(ResourceCode code, CurrentUser by) {
        var resource = require(code);
        var department = resource.metadata().provider().department();
        if (department == null) {
            permissions.require(by, REVIEW_RESOURCE);
        } else {
            permissions.require(by, COMPILE_RESOURCE, department);
        }
        return resource;
    }

    @Override
    @Transactional
    public LifeCycleOutcome save(long draft, int revision, ResourceMetadata metadata, CurrentUser by) {
        var before = lock(draft, COMPILE_RESOURCE, by);
        if (!before.editable()) {
            return new LifeCycleOutcome.NotNow(before.state());
        }
        if (before.revision() != revision) {
            return new LifeCycleOutcome.Overtaken(before);
        }
        drafts.save(draft, metadata, by, acts.now());
        return new LifeCycleOutcome.Saved(drafts.find(draft).orElseThrow());
    }

    private CatalogDraft lock(long draft, String permission, CurrentUser by) {
        var found = drafts.lock(draft).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
        permissions.require(by, permission, found.department());
        return found;
    }

    @Override
    @Transactional
    public LifeCycleOutcome file(long draft, CurrentUser by) {
        var before = lock(draft, COMPILE_RESOURCE, by);
        if (!before.editable()) {
            return new LifeCycleOutcome.NotNow(before.state());
        }
        var blocking = desk.blocking(before);
        return blocking.isEmpty() ? desk.file(before, by) : new LifeCycleOutcome.Refused(blocking);
    }

    @Override
    @Transactional
    public LifeCycleOutcome fileRetirement(ResourceCode code, String reason, CurrentUser by) {
        var resource = requireOwned(code, by);
        if (reason.isBlank()) {
            return refused(CatalogRule.REASON_MISSING, "reason");
        }
        var pending = drafts.findByCode(code);
        return pending.isPresent()
                ? new LifeCycleOutcome.NotNow(pending.get().state())
                : desk.fileRetirement(resource, reason.strip(), by);
    }

    private static LifeCycleOutcome refused(CatalogRule rule, String field) {
        return new LifeCycleOutcome.Refused(List.of(RuleFinding.of(rule, field)));
    }

    @Override
    @Transactional
    public LifeCycleOutcome review(long draft, boolean approved, String note, CurrentUser by) {
        var before = lock(draft, REVIEW_RESOURCE, by);
        var filed = before.filed();
        if (before.state() != CatalogDraft.State.FILED || filed == null) {
            return new LifeCycleOutcome.NotNow(before.state());
        }
        if (filed.account().equals(by.id())) {
            return new LifeCycleOutcome.OwnWork();
        }
        if (!approved && note.isBlank()) {
            return refused(CatalogRule.NOTE_MISSING, "note");
        }
        return publishing.review(before, approved, note.strip(), by);
    }

    @Override
    @Transactional
    public LifeCycleOutcome publish(long draft, CurrentUser by) {
        var before = lock(draft, REVIEW_RESOURCE, by);
        if (before.state() != CatalogDraft.State.APPROVED) {
            return new LifeCycleOutcome.NotNow(before.state());
        }
        if (before.purpose() == CatalogDraft.Purpose.RETIREMENT) {
            return publishing.retire(before, by);
        }
        var blocking = desk.blocking(before);
        return blocking.isEmpty() ? publishing.publish(before, by) : new LifeCycleOutcome.Refused(blocking);
    }

    @Override
    @Transactional
    public LifeCycleOutcome withdraw(long draft, CurrentUser by) {
        var before = lock(draft, COMPILE_RESOURCE, by);
        if (before.state() != CatalogDraft.State.FILED) {
            return new LifeCycleOutcome.NotNow(before.state());
        }
        if (before.purpose() == CatalogDraft.Purpose.RETIREMENT) {
            drafts.delete(draft);
        } else {
            drafts.markWithdrawn(draft);
        }
        acts.note("catalog.withdraw", java.util.Objects.requireNonNull(before.code()), before.baseVersion(), "", by);
        return new LifeCycleOutcome.Saved(before);
    }

    @Override
    @Transactional
    public void discard(long draft, CurrentUser by) {
        var before = lock(draft, COMPILE_RESOURCE, by);
        if (before.editable()) {
            drafts.delete(draft);
            acts.record("catalog.discard_draft", String.valueOf(draft), by);
        }
    }

    @Override
    @Transactional
    public Receipt receiveForeign(String node, List<CatalogEntrySnapshot> entries) {
        return foreign.receive(node, entries);
    }
}
